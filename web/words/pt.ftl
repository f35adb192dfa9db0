# Portuguese. A draft made by a machine, not yet confirmed by a native speaker: pages in it say so, and the English counts.
# To confirm it, see CONTRIBUTING.md ("Confirming a language"); then `confirmed` becomes `yes`.

confirmed = no
draft_note = Esta tradução foi feita por uma máquina e ainda nenhum falante nativo a verificou. Onde for diferente do texto em inglês, vale o texto em inglês.
language_name = Português
languages = Línguas
in_english = (em inglês)
date =
    { $day } de { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    } de { $year }
month =
    { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    } de { $year }

## The frame of every page

skip = Ir para a parte principal
error = Erro:
made_with = Feito com Heard: inquéritos que também têm resposta.
our_plan = O nosso plano
council_decisions = O que os jovens decidiram e as nossas respostas
for_staff = Para o pessoal

## Questions

problem = É preciso corrigir algo
why = Porque perguntamos:
must = (precisa de resposta)
rather_not = Prefiro não dizer
yes = Sim
no = Não
tick_all = Marque tudo o que se aplica.
tick_up_to =
    { $at_most ->
        [one] Marque no máximo uma resposta.
       *[other] Marque no máximo { $at_most } respostas.
    }
number_from = Um número de { $min } a { $max }.
not_understood = Não percebo esta pergunta
say_what = Diga o que é
day_box = Dia
month_box = Mês
year_box = Ano
first_place = A sua preferida
pick_in_order = Escolha o que prefere, depois o seguinte.
one_for_each = Escolha uma resposta para cada uma.
such_as = Por exemplo: { $example }.
pick = Escolha uma
next_place = Lugar { $place }
not_answered = Sem resposta
change = Alterar

## Answers that have to be changed. Each is followed by the question, so it has no full stop.

choose_an_answer = Escolha uma resposta
write_a_number = Escreva um número
write_an_answer = Escreva uma resposta
write_your_postcode = Escreva o seu código postal
not_offered = Escolha uma das respostas desta página
one_only = Dê só uma resposta
too_many =
    { $at_most ->
        [one] Marcou respostas a mais. Deixe no máximo uma
       *[other] Marcou respostas a mais. Deixe no máximo { $at_most }
    }
goes_alone = Uma das respostas que marcou não pode ficar com outras. Desmarque essa, ou desmarque as outras
in_figures = Escreva um número com algarismos, por exemplo 2
whole_number = Escreva um número inteiro, por exemplo 2
out_of_range = Escreva um número de { $min } a { $max }
too_long =
    { $were ->
        [one] Torne o texto mais curto. Tem { $were } carácter e há espaço para { $at_most }
       *[other] Torne o texto mais curto. Tem { $were } caracteres e há espaço para { $at_most }
    }
full_postcode = Escreva um código postal completo, por exemplo SG1 2AB, ou deixe em branco
unknown_postcode = Não conhecemos este código postal. Verifique-o, ou deixe em branco
answered_and_not = Respondeu e também escolheu não responder. Deixe só uma das duas
other_unsaid = Diga em poucas palavras o que quer dizer
other_not_chosen = Escreveu algo junto de uma resposta que não escolheu. Escolha-a, ou apague o que escreveu
write_a_date = Escreva uma data
write_the_day = Escreva também o dia
write_the_month = Escreva também o mês
write_the_year = Escreva também o ano
day_in_figures = Escreva o dia como um número de 1 a 31
month_in_figures = Escreva o mês com um número de 1 a 12, ou por extenso
year_in_figures = Escreva o ano com quatro algarismos, por exemplo 2019
no_such_day = Esse dia não existe. Verifique-o
put_in_order = Escolha pelo menos a primeira
all_rows = Escolha uma resposta em cada linha
tick_to_agree = Marque a caixa se concorda. Sem isso não pode continuar
date_from = Escreva uma data que não seja antes desta: { $earliest }
date_until = Escreva uma data que não seja depois desta: { $latest }
date_between = Escreva uma data entre estas duas: { $earliest } – { $latest }
ranked_twice = No lugar { $place } está algo que já escolheu acima. Escolha outra coisa
rank_gap = O lugar { $place } está vazio e um a seguir não está. Preencha-o, ou esvazie o seguinte

## Easy Read and reading aloud

ways = Como ler esta página
easy_read = Leitura fácil
easy_read_off = Desligar a leitura fácil
read_aloud = Ler em voz alta
read_aloud_off = Desligar a leitura em voz alta
listen = Ouvir
stop_listening = Parar
no_voice = Este aparelho não tem voz para esta língua, por isso não pode ler esta página em voz alta.
no_voice_for_part = Algumas palavras aqui estão numa língua para a qual este aparelho não tem voz. São deixadas de fora.
cannot_read_aloud = Este navegador não pode ler em voz alta aqui.

## Before a survey begins

takes_minutes =
    { $minutes ->
        [one] Demora cerca de { $minutes } minuto.
       *[other] Demora cerca de { $minutes } minutos.
    }
never_who = Nunca perguntamos quem é.
may_leave_out = Pode deixar sem resposta qualquer pergunta que não esteja assinalada.
groups_only = Só mostramos resultados de grupos de dez ou mais pessoas, nunca de uma só pessoa.
open_until = Está aberto até { $date }.
treated = Como tratamos as suas respostas
asked_by_task = Perguntamos porque a música para todas as crianças é a nossa tarefa. A lei chama a isto interesse público.
asked_by_interest = Perguntamos porque temos uma razão justa: tornar a música melhor para todos. A lei chama a isto interesses legítimos.
asked_by_consent = Usamos as suas respostas porque concorda com isso ao enviá-las.
about_you_by_law = Perguntamos sobre si, por exemplo o grupo étnico ou a religião, porque a lei nos deixa verificar se todos são tratados com justiça.
about_you_by_consent = Usamos o que diz sobre si, por exemplo o grupo étnico ou a religião, porque concorda com isso ao responder.
deleted_on = Apagamos as suas respostas em { $date }. Os resultados calculados com elas ficam.
about_you_deleted_on = Apagamos o que disse sobre si em { $date }.
ask_us = Perguntas? Fale connosco: { $contact }
start = Começar
begun_already = Já começou
go_on = Continuar onde parou

## On the way

back = Voltar
part = Parte { $at } de { $of }
part_or_fewer = Parte { $at } de { $of } ou menos
save = Guardar e continuar
kept_until = Guardamos as suas respostas no nosso servidor até { $date }, para que possa continuar mais tarde neste aparelho.
closes_on = O inquérito fecha em { $date }.
delete_typed = Apagar o que escrevi
delete_sure = Apagar o que escreveu?
cannot_be_undone = Não é possível voltar atrás.
keep_answers = Manter as minhas respostas
place_kept = Do código postal que deu guardámos apenas a zona, e nada mais. Deixe a caixa vazia para a manter, ou escolha “{ $rather_not }” para a retirar.
deleted = As suas respostas foram apagadas
deleted_all = Nada do que escreveu ficou no nosso servidor.
thank_for_time = Obrigado pelo seu tempo.
may_begin_again = Se afinal nos quiser dizer algo, pode começar de novo até { $date }.
begin_again = Começar de novo
failed = Não conseguimos guardar isto agora
failed_advice = As suas respostas continuam nesta página. Espere um minuto e carregue outra vez no botão.

## Before and after sending

check_answers = Verifique as suas respostas
not_sent_yet = Nada é enviado até carregar no botão no fim.
send = Enviar as minhas respostas
outside_england = Um lugar fora de Inglaterra
only_the_place = (guardamos só isto, não o seu código postal)
thank_you = Obrigado
heard = Obrigado. Ouvimos a sua voz.
saved_on = As suas respostas de { $date } estão guardadas.
receipt = O seu comprovativo
receipt_way_out = Não sabemos quem é. Se quiser retirar as suas respostas, só o pode fazer com este comprovativo. Ele funciona até o inquérito fechar, em { $date }. Anote-o, ou imprima esta página.
take_out = Retirar as minhas respostas
take_out_sure = Retirar as suas respostas?
too_late_to_take_out = O inquérito está fechado, por isso já não é possível retirar respostas.
what_next = O que acontece a seguir
we_count = Contamos as respostas e nunca mostramos uma só pessoa.
see_the_plan = Ver o nosso plano
taken_out = As suas respostas foram retiradas
taken_out_how = Estão apagadas. Saem dos resultados quando as próximas cinco famílias tiverem respondido.
back_to_surveys = Voltar aos inquéritos

## What must not be joined: being counted apart, the prize draw, being told what happened

apart = Contem comigo, mas não liguem isto às minhas outras respostas
apart_means = Isto vale para todas as páginas como esta. O que disser aqui é então contado peça por peça, misturado com o que os outros dizem e guardado longe das suas outras respostas. As palavras e os números que escrever aqui não são guardados. Depois de enviado, já não o podemos retirar: não sabemos o que é seu.
if_you_like = Se quiser
page_of_its_own = Cada uma destas coisas está numa página à parte, para que ninguém a possa ligar às suas respostas.
enter_draw = Entrar no sorteio
draw_for_all = Qualquer pessoa pode entrar uma vez, tenha ou não respondido. Ninguém pode ligar a sua participação a respostas.
draw_rules = As regras
draw_kept = Fechamos o seu endereço ou número à chave até ao sorteio e não o usamos para mais nada. Apagamo-lo o mais tardar em { $date }.
email_or_telephone = O seu endereço de e-mail ou número de telefone
write_contact = Escreva um endereço de e-mail, por exemplo ann@example.org, ou um número de telefone que comece por 0 ou +
in_the_draw = Está no sorteio
draw_next = O vencedor é sorteado depois de o inquérito fechar, em { $date }. Se for você, escrevemos-lhe ou telefonamos-lhe. Se não souber de nada, ganhou outra pessoa.
draw_over = O sorteio está fechado
draw_over_advice = Já não aceita participações.
ask_a_grown_up = Tens menos de 13 anos? Pede a um adulto em quem confies que faça isto por ti, com o endereço dele.
wait_here = O que escreveu continua nesta página. Espere um minuto e carregue outra vez no botão.
tell_me = Contem-me o que aconteceu
tell_me_short = Escrevemos-lhe quando alguma coisa mudar por causa do que as pessoas disseram.
tell_me_about = { $service } vai escrever-lhe quando alguma coisa mudar por causa do que as pessoas disseram.
tell_me_kept = Fechamos o seu endereço à chave, longe de todas as respostas, para que ninguém os possa ligar. Cada mensagem tem uma ligação que as faz parar e apaga o seu endereço.
your_email = O seu endereço de e-mail
write_email = Escreva um endereço de e-mail, por exemplo ann@example.org
look_at_mail = Veja o seu e-mail
look_at_mail_advice = Enviámos-lhe uma ligação. Abra-a e carregue no botão: só então lhe escrevemos. Se não o fizer, apagamos o seu endereço dentro de duas semanas.
no_mail_advice = Não chegou nada ao fim de alguns minutos? Procure no correio não desejado. Se o seu endereço já está na nossa lista, não enviamos nada.
write_to_me = Sim, escrevam-me
we_will_write = Obrigado. Vamos escrever-lhe.
stop_writing = Quer que deixemos de escrever?
stop_about = Apagamos então o seu endereço e não lhe escrevemos mais.
delete_address = Apagar o meu endereço
address_deleted = O seu endereço está apagado
address_deleted_advice = Não lhe escrevemos mais. Pode inscrever-se de novo quando quiser.
link_is_over = Esta ligação já não funciona
link_is_over_advice = Passou demasiado tempo, ou o seu endereço está apagado. Pode inscrever-se de novo.
mail_subject = Quer que { $service } lhe conte o que aconteceu?
mail_hello = Olá,
mail_asked = alguém pediu que { $service } escrevesse para este endereço quando alguma coisa mudar por causa do que as pessoas disseram. Esperamos que tenha sido você.
mail_open = Se é isso que quer, abra esta ligação e carregue no botão:
mail_not_you = Se não foi você, não faça nada: apagamos este endereço dentro de duas semanas.
mail_stop = Pode fazer parar as mensagens a qualquer momento, e apagar o seu endereço, aqui:

## Invitations by mail, and the pages behind their links

invited = Recebeu um convite. O seu link garante que cada pessoa responde uma só vez. Ninguém pode ver quais respostas são suas.
only_invited = Este inquérito é para pessoas convidadas
only_invited_advice = Abra neste dispositivo o link do seu e-mail. Se não tiver, pergunte ao serviço de música.
invitation_used = Já foram enviadas respostas com este convite
invitation_used_advice = Ou o link não está completo. Cada convite conta uma vez, por isso estas respostas não foram enviadas. Se ninguém respondeu com ele, abra de novo o link do e-mail e envie.
invite_subject = { $service } pergunta-lhe: { $title }
invite_reminds = escrevemos-lhe há alguns dias. Se já respondeu, obrigado: não precisa de fazer nada.
invite_link = Responda aqui. O link é só seu e conta uma vez, por isso não o passe a outros:
invite_stop = Se não quer que { $service } volte a convidá-lo, abra este link e carregue no botão:
no_invitations = Não quer mais convites?
no_invitations_about = { $service } apaga então o seu endereço das suas listas e nunca mais o convida.
stop_invitations = Não quero mais convites
invitations_stopped = Não recebe mais convites

## Going on later, at another pace, or on a shared tablet

stop_here = Guardar e parar aqui
stop_here_hint = Damos-lhe seis palavras. Com elas pode continuar mais tarde, em qualquer aparelho.
your_words = As suas seis palavras
words_advice = Escreva estas palavras pela ordem, ou imprima esta página. Quem as tiver pode ler e mudar as suas respostas.
words_where = Para continuar mais tarde, abra este endereço e escreva as palavras:
words_until = As palavras funcionam até { $date }.
words_here = Neste aparelho as suas respostas podem ser lidas até fechar o navegador.
leave_here = Não deixar nada neste aparelho
left_here = Não ficou nada neste aparelho
go_on_with_words = Continuar com as suas seis palavras
words_hint = As palavras são inglesas. Maiúsculas, vírgulas e espaços não importam.
six_words = Escreva as seis palavras todas (aqui: { $were })
unknown_word = Nenhuma das nossas palavras é “{ $word }”. Veja-a outra vez
no_such_words = Não encontramos respostas com estas palavras. Veja cada palavra e a sua ordem. Talvez as respostas já tenham sido enviadas ou apagadas
moved = As suas respostas estão agora noutro aparelho
moved_advice = Alguém as abriu lá com as suas seis palavras. Para continuar aqui, escreva as palavras.
one_at_a_time = Uma pergunta de cada vez
several_on_page = Várias perguntas por página
question_of = Pergunta { $at } de { $of }
question_or_fewer = Pergunta { $at } de { $of } ou menos
receipt_where = Para ver outra vez o comprovativo, abra este endereço e escreva-o:
receipt_hint = Tem 26 letras e algarismos. Espaços, traços e maiúsculas não importam.
receipt_unread = Um comprovativo tem 26 letras e algarismos. Veja-o outra vez
show_receipt = Mostrar o meu comprovativo
no_receipt = Não encontramos nada com este comprovativo
no_receipt_advice = Veja-o outra vez. Se as respostas foram retiradas, já não há nada para mostrar.
results_after = O nosso plano mostra o que contámos até agora. Depois de { $date } tem os resultados deste inquérito, com o que vamos fazer.
shared_tablet = Tablet partilhado
shared_kept = Outras pessoas usam este tablet depois de si. O que não enviar é apagado dentro de uma hora.
note_receipt = Escreva-o agora, se mais tarde talvez quiser retirar as suas respostas. Depois de enviar não volta a ser mostrado: a pessoa seguinte pode estar a ver.
hand_on = Passe o tablet à pessoa seguinte, por favor.
next_person = Pessoa seguinte
still_there = Ainda está aí?
still_there_advice = Se ninguém carregar num botão dentro de um minuto, limpamos o tablet para a pessoa seguinte. Nesse caso, nada é enviado.
still_here = Ainda estou aqui

## The front pages

tell_us = Música para todas as crianças: diga-nos o que ajudaria
choose_a_service = Os serviços de música perguntam às famílias e aos jovens, e dão-lhes resposta. Escolha o seu.
no_service = Ainda não há aqui nenhum serviço de música.
have_your_say = Dê a sua opinião
what_works = As famílias e os jovens dizem-nos o que funciona e o que atrapalha. Nós respondemos.
open_now = Abertos agora
none_open = Agora não estamos a perguntar nada. Volte mais tarde.
what_we_do = O que estamos a fazer
plan_for_all = O nosso plano para incluir toda a gente
plan_says = O que prometemos e até onde chegámos.
you_said = Disseram-nos, e nós fizemos
results_for_all = O que as pessoas nos disseram
for_whom = Para: { $people }.
people_join = { "; " }
all_parents = pais e cuidadores, quer a criança faça música connosco ou não
parents_with_us = pais e cuidadores de crianças que fazem música connosco
parents_not_with_us = pais e cuidadores de crianças que não fazem música connosco
young_people = jovens
council_members = membros do conselho jovem de música
staff = pessoas que trabalham connosco
partners = escolas e parceiros
everybody = toda a gente

## The whole survey at once: on one page, without a connection, on paper

other_ways = Outras formas de responder
all_on_one_page = Todas as perguntas numa página
on_paper = Em papel
pass_over = Algumas perguntas são só para algumas pessoas: está escrito por cima delas. Passe à frente as que não são para si.
only_if = Só se { $rule }
if_all = tudo isto for verdade: { $rules }
if_any = uma destas frases for verdade: { $rules }
if_not = isto não for verdade: { $rule }
if_answered = respondeu { $answers } à { $question }
if_not_answered = não respondeu { $answers } à { $question }
if_dated = respondeu à { $question }
if_date_from = a sua resposta à { $question } for { $date } ou depois
if_date_until = a sua resposta à { $question } for { $date } ou antes
if_date_between = a sua resposta à { $question } estiver entre estas datas: { $earliest } – { $latest }
if_people = for uma destas pessoas: { $people }
if_ages = a sua idade for { $ages }
age_under_9 = menos de 9 anos
age_9_to_12 = 9 a 12 anos
age_13_to_18 = 13 a 18 anos
age_adult = mais de 18 anos
list_comma = { ", " }
list_or = { " ou " }
question_called = pergunta “{ $text }”
question_numbered = pergunta { $number }
question_row = { $question }, “{ $row }”
quoted = “{ $text }”
works_offline = Esta página funciona sem ligação
works_offline_how = Uma cópia desta página, sem as suas respostas, fica neste aparelho até a enviar, 14 dias no máximo. Se enviar as respostas sem ligação, elas esperam neste aparelho e nós enviamo-las mais tarde.
forget_page = Apagar a cópia deste aparelho
page_forgotten = A cópia está apagada.
device_has_news = Há algo para si neste aparelho: respostas à espera de serem enviadas, ou um comprovativo.
look_at_it = Ver o que é
on_device = Respostas neste aparelho
none_waiting = Não há respostas à espera neste aparelho.
waiting = As suas respostas esperam neste aparelho
waiting_how = Ainda não foram enviadas, porque não há ligação. Enviamo-las quando este aparelho voltar a ter ligação, ou quando abrir nele uma das nossas páginas. Até lá estão neste aparelho. Se outras pessoas também o usam, pode apagá-las.
try_now = Tentar agora
still_waiting = Ainda não há ligação. As suas respostas esperam.
delete_here = Apagá-las deste aparelho
sent_later = As suas respostas foram enviadas
sent_later_how = Estão guardadas connosco, e já não estão neste aparelho. Com este comprovativo pode retirar as suas respostas. Ele fica neste aparelho até o abrir, ou dizer que o anotou.
open_receipt = Abrir o meu comprovativo
to_change = Não pudemos aceitar as suas respostas como estão
to_change_how = Ainda estão neste aparelho, e em mais lado nenhum. Veja-as, mude o que está assinalado e envie-as outra vez.
look_at_answers = Ver as minhas respostas
closed_before = O inquérito fechou antes de as suas respostas chegarem
closed_before_how = Por isso não contam. Lamentamos. Já foram apagadas deste aparelho.
tick_one = Marque um quadrado.
rank_by_number = Escreva no primeiro quadrado o número daquilo de que mais gosta, depois o do seguinte.
sheet_number = Número da folha (preenchemos nós):
no_name_on_paper = Não escreva o seu nome. Nós introduzimos as suas respostas, e nunca perguntamos quem é.
destroyed_on = Depois de passarmos as suas respostas, destruímos esta folha: o mais tardar em { $date }.
not_taken_out = O que responder em papel já não pode ser retirado depois de passado e contado. Não sabemos quais são as suas respostas.
numbers_for_us = Os números e letras pequenos junto aos quadrados são para nós.
hand_in_by = Devolva esta folha até { $date } à pessoa que lha deu.
hand_in_here = Ou traga-a aqui:
answer_online = Também pode responder num telemóvel ou computador:
scan_or_visit = Leia o código com o telemóvel ou vá a:
qr_code = Código QR do endereço { $address }
print_it = Para imprimir esta folha, use “Imprimir” no seu navegador. Está feita para A4.
normal_print = Letra normal
large_print = Letra grande

## When something does not work: what happened, and what to do

not_found = Não encontramos essa página
not_found_advice = Verifique o endereço, ou volte para onde estava.
refused = Não conseguimos ler isso
refused_advice = Volte atrás, carregue a página de novo e responda aí.
too_large = Era demasiado longo
too_large_advice = Volte atrás, torne a resposta mais curta e envie-a de novo.
closed = Este inquérito está fechado
closed_advice = Obrigado por querer responder. Já não recebemos respostas.
no_draft = Não temos aqui as suas respostas
no_draft_advice = Talvez já as tenha enviado, ou tenha passado demasiado tempo. Se não, comece o inquérito de novo. O seu navegador tem de permitir cookies.
too_often = Demasiadas pessoas ao mesmo tempo
too_often_advice = Vieram muitas pessoas do sítio onde está, talvez a escola toda. Nada do que enviou se perdeu. Espere um minuto, volte atrás e tente de novo.
too_slow = Demorou demasiado
too_slow_advice = A sua ligação pode estar lenta. Nada do que enviou antes se perdeu. Volte atrás e envie de novo.
not_now = Não conseguimos fazer isso agora
not_now_advice = Nada do que enviou antes se perdeu. Espere um minuto, volte atrás e tente de novo.
our_fault = Algo correu mal do nosso lado
our_fault_advice = Já fomos avisados. Tente de novo mais tarde.
wrong_way = Isso não funciona aqui
wrong_way_advice = Volte atrás e tente de outra forma.

## What we say about ourselves: accessibility and privacy

accessibility = Acessibilidade
privacy = Privacidade
rest_in_english = O resto desta página está em inglês.
write_to_us = Escreva para
ask_the_service = Pergunte ao serviço de música que lhe faz as perguntas.
everyone_can_use = Queremos que todos possam usar estas páginas: com teclado, com leitor de ecrã, com letras grandes, num telemóvel antigo.
not_tested_yet = Estas páginas foram verificadas por programas. Nenhuma pessoa com deficiência as experimentou ainda para nós, por isso pode ter-nos escapado alguma coisa.
tell_what_keeps_you_out = Diga-nos o que o impede
say_what_happened = Diga que página era e o que aconteceu. Vamos responder e dizer o que podemos fazer.
told_title = O que acontece com o que nos diz
told_no_name = Não perguntamos o seu nome.
told_leave_out = Pode deixar perguntas sem resposta. As poucas que precisam de resposta dizem-no.
told_stop = Pode parar em qualquer altura e apagar o que escreveu.
told_together = Juntamos todas as respostas. Nunca mostramos o que disse uma só pessoa.
told_postcode = Se nos der o seu código postal, guardamos só a zona à volta e deitamos fora o código postal.
told_code = No fim recebe um código. Com ele pode retirar as suas respostas, até o inquérito fechar.
told_plan = Depois dizemos o que vamos fazer. Pode lê-lo no nosso plano.
told_care = Cuide de si
told_no_details = Por favor, não escreva nomes, números de telefone ou moradas nas suas respostas.
told_worried = Há alguma coisa que o preocupa? Fale com um adulto em quem confia, ou ligue para a Childline: 0800 1111. É grátis. Não vemos quem nos escreveu, por isso não o podemos ajudar nós mesmos.
told_ask = Quer perguntar alguma coisa?

## What answers count towards

counts = Para que contam as suas respostas
counts_how = Aqui está cada pergunta, com a parte do nosso plano que as respostas ajudam a avaliar. Nunca mostramos uma só pessoa.
counts_others = As outras perguntas
counts_nowhere = Nenhum número do nosso plano assenta nestas. Lemos as respostas em conjunto, para compreender as outras:
counts_apart = Guardamos estas respostas separadas das outras. Mostram-nos que vozes ouvimos e que vozes nos faltam.
see_counts = Veja para que contam as suas respostas

## The same in easy words: short sentences of one idea each, for Easy Read and for children under 13

may_leave_out_easy = Pode saltar perguntas. Se uma pergunta precisa de resposta, isso está escrito.
groups_only_easy = Mostramos números de dez pessoas ou mais. Nunca mostramos o que disse uma só pessoa.
stop_here_easy = Parar agora e continuar mais tarde
stop_here_hint_easy = Recebe seis palavras. Com elas pode continuar mais tarde.
kept_until_easy = Guardamos as suas respostas até { $date }. Pode continuar mais tarde neste aparelho.
delete_typed_easy = Apagar as minhas respostas
failed_advice_easy = As suas respostas ainda estão aqui. Espere um minuto. Depois carregue outra vez no botão.
goes_alone_easy = Uma resposta que marcou tem de ficar sozinha. Desmarque essa, ou desmarque as outras
answered_and_not_easy = Deu uma resposta. Também disse que não quer responder. Deixe só uma das duas
words_advice_easy = Escreva estas palavras. Ou imprima esta página. Guarde bem as palavras: com elas, outras pessoas podem ler e mudar as suas respostas.
words_here_easy = Quem usar este aparelho a seguir pode ler as suas respostas. Feche o navegador para que isso não aconteça.
not_sent_yet_easy = Ainda não contamos as suas respostas. Carregue no botão no fim para as enviar.
apart_means_easy = Isto é para todas as páginas como esta. Contamos o que disser aqui. Guardamos isso longe das suas outras respostas. Não guardamos palavras e números que escrever aqui. Depois de enviar, não o podemos encontrar nem apagar.
receipt_way_out_easy = Não sabemos quem é. Quer que apaguemos as suas respostas? Precisa deste código. Escreva-o, ou imprima esta página. Funciona até { $date }.
receipt_where_easy = Quer ver esta página outra vez? Vá a este endereço. Escreva o seu código:
we_count_easy = Contamos todas as respostas. Nunca mostramos o que disse uma só pessoa.
results_after_easy = Pode ler o nosso plano. Ele diz o que sabemos até agora. Depois de { $date } diz o que descobrimos e o que vamos fazer.

## A form that comes once more, answers that are not for their writer, and numbers

keeps_copy = Para funcionar sem ligação, esta página pode deixar uma cópia de si neste aparelho, sem as suas respostas.
about_copy = Como apagar a cópia
noted = Já o anotei
sent_before = Este formulário já foi enviado
sent_before_how = Por isso não guardámos o que está em baixo. É de outra pessoa, ou retirou as primeiras respostas? Então carregue outra vez no botão no fim: conta. Quer mudar o que enviou? Então retire primeiro essas respostas, com o comprovativo.
sent_before_here = Outras respostas deste formulário estão guardadas connosco. Estas ainda estão neste aparelho, e em mais lado nenhum. São de outra pessoa? Então envie-as: também contam. Se não, apague-as.
send_too = Enviar também estas
not_for_you = Respondeu aqui, mas pelas suas outras respostas isto não é para si. Mude-as, ou deixe esta de fora
leave_out = Deixar de fora o que não é para mim, e enviar
two_numbers = Podemos ler { $thousands } ou { $fraction }. Escreva o número que quer dizer
