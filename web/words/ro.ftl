# Romanian. A draft made by a machine, not yet confirmed by a native speaker: pages in it say so, and the English counts.
# To confirm it, see CONTRIBUTING.md ("Confirming a language"); then `confirmed` becomes `yes`.

confirmed = no
draft_note = Această traducere a fost făcută de o mașină și niciun vorbitor nativ nu a verificat-o încă. Unde diferă de textul în engleză, contează cel în engleză.
language_name = Română
languages = Limbi
in_english = (în engleză)
date =
    { $day } { $month ->
        [1] ianuarie
        [2] februarie
        [3] martie
        [4] aprilie
        [5] mai
        [6] iunie
        [7] iulie
        [8] august
        [9] septembrie
        [10] octombrie
        [11] noiembrie
       *[12] decembrie
    } { $year }
month =
    { $month ->
        [1] ianuarie
        [2] februarie
        [3] martie
        [4] aprilie
        [5] mai
        [6] iunie
        [7] iulie
        [8] august
        [9] septembrie
        [10] octombrie
        [11] noiembrie
       *[12] decembrie
    } { $year }

## The frame of every page

skip = Treci la partea principală
error = Eroare:
made_with = Făcut cu Heard: chestionare la care primiți și răspuns.
our_plan = Planul nostru
council_decisions = Ce au hotărât tinerii și răspunsurile noastre
for_staff = Pentru personal

## Questions

problem = Ceva trebuie corectat
why = De ce întrebăm:
must = (are nevoie de răspuns)
rather_not = Prefer să nu spun
yes = Da
no = Nu
tick_all = Bifați tot ce se potrivește.
tick_up_to =
    { $at_most ->
        [one] Bifați cel mult un răspuns.
        [few] Bifați cel mult { $at_most } răspunsuri.
       *[other] Bifați cel mult { $at_most } de răspunsuri.
    }
number_from = Un număr de la { $min } la { $max }.
not_understood = Nu înțeleg această întrebare
say_what = Spuneți ce este
day_box = Ziua
month_box = Luna
year_box = Anul
first_place = Pe primul loc
pick_in_order = Alegeți ce vă place cel mai mult, apoi următorul.
one_for_each = Alegeți câte un răspuns pentru fiecare.
such_as = De exemplu: { $example }.
pick = Alegeți
next_place = Locul { $place }
not_answered = Fără răspuns
change = Schimbă

## Answers that have to be changed. Each is followed by the question, so it has no full stop.

choose_an_answer = Alegeți un răspuns
write_a_number = Scrieți un număr
write_an_answer = Scrieți un răspuns
write_your_postcode = Scrieți codul poștal
not_offered = Alegeți dintre răspunsurile de pe această pagină
one_only = Dați un singur răspuns
too_many =
    { $at_most ->
        [one] Ați bifat prea multe răspunsuri. Păstrați cel mult unul
        [few] Ați bifat prea multe răspunsuri. Păstrați cel mult { $at_most }
       *[other] Ați bifat prea multe răspunsuri. Păstrați cel mult { $at_most }
    }
goes_alone = Unul dintre răspunsurile bifate nu poate sta cu altele. Debifați-l sau debifați-le pe celelalte
in_figures = Scrieți un număr cu cifre, de exemplu 2
whole_number = Scrieți un număr întreg, de exemplu 2
out_of_range = Scrieți un număr de la { $min } la { $max }
too_long =
    { $were ->
        [one] Scurtați textul. Are { $were } caracter și este loc pentru { $at_most }
        [few] Scurtați textul. Are { $were } caractere și este loc pentru { $at_most }
       *[other] Scurtați textul. Are { $were } de caractere și este loc pentru { $at_most }
    }
full_postcode = Scrieți un cod poștal întreg, de exemplu SG1 2AB, sau lăsați câmpul gol
unknown_postcode = Nu cunoaștem acest cod poștal. Verificați-l sau lăsați câmpul gol
answered_and_not = Ați răspuns și ați ales și să nu răspundeți. Păstrați una dintre ele
other_unsaid = Spuneți în câteva cuvinte ce aveți în vedere
other_not_chosen = Ați scris ceva lângă un răspuns care nu este ales. Alegeți-l sau ștergeți textul
write_a_date = Scrieți o dată
write_the_day = Scrieți și ziua
write_the_month = Scrieți și luna
write_the_year = Scrieți și anul
day_in_figures = Scrieți ziua ca număr de la 1 la 31
month_in_figures = Scrieți luna ca număr de la 1 la 12 sau în cuvinte
year_in_figures = Scrieți anul cu patru cifre, de exemplu 2019
no_such_day = Nu există o astfel de zi. Verificați-o
put_in_order = Alegeți cel puțin primul loc
all_rows = Alegeți un răspuns pe fiecare rând
tick_to_agree = Bifați căsuța dacă sunteți de acord. Fără ea nu puteți continua
date_from = Scrieți o dată care nu este înainte de aceasta: { $earliest }
date_until = Scrieți o dată care nu este după aceasta: { $latest }
date_between = Scrieți o dată între acestea două: { $earliest } – { $latest }
ranked_twice = Pe locul { $place } este ceva ales deja mai sus. Alegeți altceva
rank_gap = Locul { $place } este gol, iar unul de după nu este. Completați-l sau goliți-l pe următorul

## Easy Read and reading aloud

ways = Cum să citiți această pagină
easy_read = Ușor de citit
easy_read_off = Opriți varianta ușor de citit
read_aloud = Citire cu voce tare
read_aloud_off = Opriți citirea cu voce tare
listen = Ascultați
stop_listening = Opriți
no_voice = Acest dispozitiv nu are o voce pentru această limbă, așa că nu poate citi pagina cu voce tare.
no_voice_for_part = Unele cuvinte de aici sunt într-o limbă pentru care acest dispozitiv nu are voce. Le lasă deoparte.
cannot_read_aloud = Acest browser nu poate citi cu voce tare aici.

## Before a survey begins

takes_minutes =
    { $minutes ->
        [one] Durează aproximativ { $minutes } minut.
        [few] Durează aproximativ { $minutes } minute.
       *[other] Durează aproximativ { $minutes } de minute.
    }
never_who = Nu întrebăm niciodată cine sunteți.
may_leave_out = Puteți sări peste orice întrebare care nu este marcată.
groups_only = Arătăm rezultate numai pentru grupuri de cel puțin zece persoane, niciodată pentru o singură persoană.
open_until = Este deschis până pe { $date }.
treated = Ce facem cu răspunsurile dumneavoastră
asked_by_task = Întrebăm pentru că muzica pentru fiecare copil este sarcina noastră. Legea numește aceasta o sarcină publică.
asked_by_interest = Întrebăm pentru că avem un motiv corect: să facem muzica mai bună pentru toți. Legea numește aceasta interese legitime.
asked_by_consent = Folosim răspunsurile pentru că sunteți de acord atunci când le trimiteți.
about_you_by_law = Întrebăm despre dumneavoastră, de exemplu despre grupul etnic sau religie, pentru că legea ne permite să verificăm dacă toți sunt tratați corect.
about_you_by_consent = Folosim ce spuneți despre dumneavoastră, de exemplu grupul etnic sau religia, pentru că sunteți de acord atunci când răspundeți.
deleted_on = Ștergem răspunsurile pe { $date }. Rezultatele calculate din ele rămân.
about_you_deleted_on = Ștergem ce ați spus despre dumneavoastră pe { $date }.
ask_us = Întrebări? Scrieți-ne sau sunați-ne: { $contact }
start = Începeți
begun_already = Ați început deja
go_on = Continuați de unde ați rămas

## On the way

back = Înapoi
part = Partea { $at } din { $of }
part_or_fewer = Partea { $at } din cel mult { $of }
save = Salvați și mergeți mai departe
kept_until = Păstrăm răspunsurile pe serverul nostru până pe { $date }, ca să puteți continua mai târziu pe acest dispozitiv.
closes_on = Chestionarul se închide pe { $date }.
delete_typed = Ștergeți ce am scris
delete_sure = Ștergeți ce ați scris?
cannot_be_undone = Nu se poate reveni asupra acestui lucru.
keep_answers = Păstrați răspunsurile mele
place_kept = Din codul poștal dat am păstrat doar zona, nimic altceva. Lăsați caseta goală ca să rămână sau bifați „{ $rather_not }” ca să fie ștearsă.
deleted = Răspunsurile dumneavoastră sunt șterse
deleted_all = Nimic din ce ați scris nu mai este pe serverul nostru.
thank_for_time = Vă mulțumim pentru timpul acordat.
may_begin_again = Dacă doriți totuși să ne spuneți, puteți începe din nou până pe { $date }.
begin_again = Începeți din nou
failed = Nu am putut salva acum
failed_advice = Răspunsurile sunt încă pe această pagină. Așteptați un minut, apoi apăsați din nou butonul.

## Before and after sending

check_answers = Verificați răspunsurile
not_sent_yet = Nimic nu se trimite până nu apăsați butonul de la sfârșit.
send = Trimiteți răspunsurile mele
outside_england = Un loc din afara Angliei
only_the_place = (păstrăm doar atât, nu și codul poștal)
thank_you = Vă mulțumim
heard = Vă mulțumim. V-am auzit.
saved_on = Răspunsurile din { $date } sunt salvate.
receipt = Confirmarea dumneavoastră
receipt_way_out = Nu știm cine sunteți. Dacă vreți să retrageți răspunsurile, se poate numai cu această confirmare. Ea funcționează până când se închide chestionarul, pe { $date }. Notați-o sau tipăriți această pagină.
take_out = Retrageți răspunsurile mele
take_out_sure = Retrageți răspunsurile?
too_late_to_take_out = Chestionarul este închis, deci răspunsurile nu mai pot fi retrase.
what_next = Ce urmează
we_count = Numărăm răspunsurile și nu arătăm niciodată o singură persoană.
see_the_plan = Vedeți planul nostru
taken_out = Răspunsurile dumneavoastră sunt retrase
taken_out_how = Sunt șterse. Vor dispărea din rezultate după ce răspund următoarele cinci familii.
back_to_surveys = Înapoi la chestionare

## What must not be joined: being counted apart, the prize draw, being told what happened

apart = Numărați-mă, dar nu legați aceste răspunsuri de celelalte
apart_means = Este valabil pentru toate paginile ca aceasta. Ce spuneți aici este numărat bucată cu bucată, amestecat cu ce spun alții și ținut departe de celelalte răspunsuri ale dumneavoastră. Cuvintele și numerele pe care le scrieți aici nu se păstrează. După trimitere nu le mai putem retrage: nu știm care sunt ale dumneavoastră.
if_you_like = Dacă doriți
page_of_its_own = Fiecare este pe o pagină separată, ca nimeni să nu o poată lega de răspunsurile dumneavoastră.
enter_draw = Participați la tragerea la sorți
draw_for_all = Oricine poate participa o dată, chiar dacă nu a răspuns. Nimeni nu poate lega înscrierea de răspunsuri.
draw_rules = Regulile
draw_kept = Ținem adresa sau numărul dumneavoastră sub cheie până la tragerea la sorți și nu le folosim la nimic altceva. Le ștergem cel târziu pe { $date }.
email_or_telephone = Adresa de e-mail sau numărul dumneavoastră de telefon
write_contact = Scrieți o adresă de e-mail, de exemplu ann@example.org, sau un număr de telefon care începe cu 0 ori cu +
in_the_draw = Participați la tragerea la sorți
draw_next = Câștigătorul este tras la sorți după ce chestionarul se închide, pe { $date }. Dacă ați câștigat, vă scriem sau vă sunăm. Dacă nu primiți nicio veste, a câștigat altcineva.
draw_over = Tragerea la sorți este închisă
draw_over_advice = Nu mai primim înscrieri.
ask_a_grown_up = Ai sub 13 ani? Roagă un adult în care ai încredere să facă asta pentru tine, cu adresa lui.
wait_here = Ce ați scris este încă pe această pagină. Așteptați un minut, apoi apăsați din nou butonul.
tell_me = Spuneți-mi ce s-a întâmplat
tell_me_short = Vă scriem când s-a schimbat ceva datorită celor spuse de oameni.
tell_me_about = { $service } vă va scrie când s-a schimbat ceva datorită celor spuse de oameni.
tell_me_kept = Ținem adresa dumneavoastră sub cheie, departe de toate răspunsurile, ca nimeni să nu le poată lega. Fiecare mesaj are un link care le oprește și vă șterge adresa.
your_email = Adresa dumneavoastră de e-mail
write_email = Scrieți o adresă de e-mail, de exemplu ann@example.org
look_at_mail = Verificați-vă e-mailul
look_at_mail_advice = V-am trimis un link. Deschideți-l și apăsați butonul: numai atunci vă vom scrie. Altfel vă ștergem adresa în cel mult două săptămâni.
no_mail_advice = Nu a venit nimic după câteva minute? Căutați printre mesajele nedorite. Dacă adresa este deja pe lista noastră, nu trimitem nimic.
write_to_me = Da, scrieți-mi
we_will_write = Vă mulțumim. Vă vom scrie.
stop_writing = Vreți să nu vă mai scriem?
stop_about = Atunci vă ștergem adresa și nu vă mai scriem.
delete_address = Ștergeți adresa mea
address_deleted = Adresa dumneavoastră este ștearsă
address_deleted_advice = Nu vă mai scriem. Vă puteți înscrie din nou oricând doriți.
link_is_over = Acest link nu mai funcționează
link_is_over_advice = A trecut prea mult timp sau adresa dumneavoastră este ștearsă. Vă puteți înscrie din nou.
mail_subject = Să vă spună { $service } ce s-a întâmplat?
mail_hello = Bună ziua,
mail_asked = cineva a cerut ca { $service } să scrie la această adresă când s-a schimbat ceva datorită celor spuse de oameni. Sperăm că ați fost dumneavoastră.
mail_open = Dacă doriți acest lucru, deschideți linkul și apăsați butonul:
mail_not_you = Dacă nu ați fost dumneavoastră, nu faceți nimic: ștergem această adresă în cel mult două săptămâni.
mail_stop = Puteți opri mesajele oricând și vă puteți șterge adresa aici:

## Invitations by mail, and the pages behind their links

invited = Ați fost invitat. Datorită linkului dumneavoastră, fiecare răspunde o singură dată. Nimeni nu poate vedea care răspunsuri sunt ale dumneavoastră.
only_invited = Acest sondaj este pentru persoanele invitate
only_invited_advice = Deschideți pe acest dispozitiv linkul din e-mail. Dacă nu aveți unul, întrebați serviciul de muzică.
invitation_used = Cu această invitație s-au trimis deja răspunsuri
invitation_used_advice = Sau linkul nu este întreg. Fiecare invitație contează o dată, așa că aceste răspunsuri nu s-au trimis. Dacă nu a răspuns nimeni cu ea, deschideți din nou linkul din e-mail, apoi trimiteți.
invite_subject = { $service } vă întreabă: { $title }
invite_reminds = v-am scris acum câteva zile. Dacă ați răspuns deja, vă mulțumim: nu trebuie să faceți nimic.
invite_link = Răspundeți aici. Linkul este doar al dumneavoastră și contează o dată, așa că vă rugăm să nu îl dați mai departe:
invite_stop = Dacă nu doriți ca { $service } să vă mai invite, deschideți acest link și apăsați butonul:
no_invitations = Nu mai doriți invitații?
no_invitations_about = { $service } șterge atunci adresa dumneavoastră din listele sale și nu o mai invită niciodată.
stop_invitations = Fără alte invitații
invitations_stopped = Nu mai primiți invitații

## Going on later, at another pace, or on a shared tablet

stop_here = Salvați și opriți-vă aici
stop_here_hint = Vă dăm șase cuvinte. Cu ele puteți continua mai târziu, pe orice dispozitiv.
your_words = Cele șase cuvinte ale dumneavoastră
words_advice = Notați aceste cuvinte în ordine sau tipăriți această pagină. Cine le are poate citi și schimba răspunsurile.
words_where = Ca să continuați mai târziu, deschideți această adresă și scrieți cuvintele:
words_until = Cuvintele funcționează până pe { $date }.
words_here = Pe acest dispozitiv răspunsurile pot fi citite până când închideți browserul.
leave_here = Nu lăsați nimic pe acest dispozitiv
left_here = Pe acest dispozitiv nu a rămas nimic
go_on_with_words = Continuați cu cele șase cuvinte
words_hint = Cuvintele sunt în engleză. Literele mari, virgulele și spațiile nu contează.
six_words = Scrieți toate cele șase cuvinte (aici: { $were })
unknown_word = Niciun cuvânt de-al nostru nu este „{ $word }”. Verificați-l din nou
no_such_words = Nu găsim răspunsuri cu aceste cuvinte. Verificați fiecare cuvânt și ordinea lor. Poate răspunsurile sunt deja trimise sau șterse
moved = Răspunsurile sunt acum pe alt dispozitiv
moved_advice = Cineva le-a deschis acolo cu cele șase cuvinte. Ca să continuați aici, scrieți cuvintele.
one_at_a_time = Câte o întrebare
several_on_page = Mai multe întrebări pe pagină
question_of = Întrebarea { $at } din { $of }
question_or_fewer = Întrebarea { $at } din cel mult { $of }
receipt_where = Ca să vedeți din nou confirmarea, deschideți această adresă și scrieți-o:
receipt_hint = Are 26 de litere și cifre. Spațiile, liniuțele și literele mari nu contează.
receipt_unread = O confirmare are 26 de litere și cifre. Verificați-o din nou
show_receipt = Arată confirmarea mea
no_receipt = Nu găsim nimic cu această confirmare
no_receipt_advice = Verificați-o din nou. Dacă răspunsurile au fost retrase, nu mai este nimic de arătat.
results_after = Planul nostru arată ce am numărat până acum. După { $date } are rezultatele acestui chestionar, împreună cu ce vom face.
shared_tablet = Tabletă comună
shared_kept = După dumneavoastră, alții folosesc această tabletă. Ce nu trimiteți se șterge într-o oră.
note_receipt = Notați-o acum, dacă s-ar putea să vreți mai târziu să retrageți răspunsurile. După trimitere nu mai este arătată: poate se uită persoana următoare.
hand_on = Vă rugăm să dați tableta mai departe.
next_person = Persoana următoare
still_there = Mai sunteți aici?
still_there_advice = Dacă nimeni nu apasă un buton într-un minut, golim tableta pentru persoana următoare. Atunci nu se trimite nimic.
still_here = Sunt încă aici

## The front pages

tell_us = Muzică pentru fiecare copil: spuneți-ne ce ar ajuta
choose_a_service = Serviciile de muzică întreabă familiile și tinerii și le răspund. Alegeți-l pe al dumneavoastră.
no_service = Încă nu este aici niciun serviciu de muzică.
have_your_say = Spuneți-vă părerea
what_works = Familiile și tinerii ne spun ce merge bine și ce îi împiedică. Noi răspundem.
open_now = Deschise acum
none_open = Acum nu întrebăm nimic. Vă rugăm să reveniți.
what_we_do = Ce facem
plan_for_all = Planul nostru de a nu lăsa pe nimeni pe dinafară
plan_says = Ce am promis și cât am realizat.
you_said = Dumneavoastră ați spus, noi am făcut
results_for_all = Ce ne-au spus oamenii
for_whom = Pentru: { $people }.
people_join = { "; " }
all_parents = părinți și îngrijitori, indiferent dacă copilul face muzică la noi
parents_with_us = părinți și îngrijitori ai copiilor care fac muzică la noi
parents_not_with_us = părinți și îngrijitori ai copiilor care nu fac muzică la noi
young_people = tineri
council_members = membrii consiliului muzical al tinerilor
staff = cei care lucrează la noi
partners = școli și parteneri
everybody = toată lumea

## The whole survey at once: on one page, without a connection, on paper

other_ways = Alte moduri de a răspunde
all_on_one_page = Toate întrebările pe o pagină
on_paper = Pe hârtie
pass_over = Unele întrebări sunt numai pentru unii: scrie deasupra lor. Săriți peste cele care nu sunt pentru dumneavoastră.
only_if = Numai dacă { $rule }
if_all = toate acestea sunt adevărate: { $rules }
if_any = una dintre acestea este adevărată: { $rules }
if_not = acest lucru nu este adevărat: { $rule }
if_answered = ați răspuns { $answers } la { $question }
if_not_answered = nu ați răspuns { $answers } la { $question }
if_dated = ați răspuns la { $question }
if_date_from = răspunsul la { $question } este { $date } sau mai târziu
if_date_until = răspunsul la { $question } este { $date } sau mai devreme
if_date_between = răspunsul la { $question } este în perioada: { $earliest } – { $latest }
if_people = sunteți una dintre aceste persoane: { $people }
if_ages = vârsta dumneavoastră este { $ages }
age_under_9 = sub 9 ani
age_9_to_12 = 9–12 ani
age_13_to_18 = 13–18 ani
age_adult = peste 18 ani
list_comma = { ", " }
list_or = { " sau " }
question_called = întrebarea „{ $text }”
question_numbered = întrebarea { $number }
question_row = { $question }, „{ $row }”
quoted = „{ $text }”
works_offline = Această pagină funcționează fără conexiune
works_offline_how = O copie a acestei pagini, fără răspunsuri, rămâne pe acest dispozitiv până când o trimiteți, cel mult 14 zile. Dacă trimiteți răspunsurile fără conexiune, ele așteaptă pe acest dispozitiv și le trimitem mai târziu.
forget_page = Ștergeți copia de pe acest dispozitiv
page_forgotten = Copia este ștearsă.
device_has_news = Pe acest dispozitiv este ceva pentru dumneavoastră: răspunsuri care așteaptă să fie trimise sau o confirmare.
look_at_it = Vedeți ce este
on_device = Răspunsuri pe acest dispozitiv
none_waiting = Pe acest dispozitiv nu așteaptă răspunsuri.
waiting = Răspunsurile așteaptă pe acest dispozitiv
waiting_how = Nu sunt încă trimise, pentru că nu există conexiune. Le trimitem când dispozitivul este din nou online sau când deschideți pe el una dintre paginile noastre. Până atunci sunt pe acest dispozitiv. Dacă îl folosesc și alții, le puteți șterge.
try_now = Încercați acum
still_waiting = Încă nu există conexiune. Răspunsurile așteaptă.
delete_here = Ștergeți-le de pe acest dispozitiv
sent_later = Răspunsurile sunt trimise
sent_later_how = Sunt salvate la noi și nu mai sunt pe acest dispozitiv. Cu această confirmare puteți retrage răspunsurile. Rămâne pe acest dispozitiv până o deschideți sau spuneți că ați notat-o.
open_receipt = Deschideți confirmarea mea
to_change = Nu am putut primi răspunsurile așa cum sunt
to_change_how = Sunt încă pe acest dispozitiv și nicăieri altundeva. Uitați-vă la ele, schimbați ce este marcat și trimiteți-le din nou.
look_at_answers = Vedeți răspunsurile mele
closed_before = Chestionarul s-a închis înainte să ajungă răspunsurile
closed_before_how = De aceea nu se numără. Ne pare rău. Acum sunt șterse de pe acest dispozitiv.
tick_one = Bifați o căsuță.
rank_by_number = Scrieți în prima căsuță numărul a ceea ce vă place cel mai mult, apoi al următorului.
sheet_number = Numărul foii (îl completăm noi):
no_name_on_paper = Nu scrieți numele. Noi introducem răspunsurile și nu întrebăm niciodată cine sunteți.
destroyed_on = După ce introducem răspunsurile, distrugem această foaie: cel târziu pe { $date }.
not_taken_out = Ce răspundeți pe hârtie nu mai poate fi retras după ce este introdus și numărat. Nu știm care răspunsuri sunt ale dumneavoastră.
numbers_for_us = Cifrele și literele mici de lângă căsuțe sunt pentru noi.
hand_in_by = Dați foaia înapoi până pe { $date } persoanei de la care ați primit-o.
hand_in_here = Sau aduceți-o aici:
answer_online = Puteți răspunde și pe telefon sau pe calculator:
scan_or_visit = Scanați codul cu telefonul sau accesați:
qr_code = Codul QR al adresei { $address }
print_it = Ca să tipăriți această foaie, folosiți „Tipărire” în browser. Este făcută pentru A4.
normal_print = Tipar obișnuit
large_print = Tipar mare

## When something does not work: what happened, and what to do

not_found = Nu găsim această pagină
not_found_advice = Verificați adresa sau mergeți înapoi de unde ați venit.
refused = Nu am putut citi asta
refused_advice = Mergeți înapoi, încărcați din nou pagina și răspundeți acolo.
too_large = A fost prea lung
too_large_advice = Mergeți înapoi, scurtați răspunsul și trimiteți-l din nou.
closed = Acest chestionar este închis
closed_advice = Vă mulțumim că ați vrut să răspundeți. Nu mai primim răspunsuri.
no_draft = Nu avem aici răspunsurile dumneavoastră
no_draft_advice = Poate le-ați trimis deja sau a trecut prea mult timp. Dacă nu, începeți din nou chestionarul. Browserul trebuie să permită cookie-uri.
too_often = Prea multe persoane deodată
too_often_advice = Au venit mulți din locul în care vă aflați, poate toată școala. Nimic din ce ați trimis nu s-a pierdut. Așteptați un minut, apoi mergeți înapoi și încercați din nou.
too_slow = A durat prea mult
too_slow_advice = Poate conexiunea este lentă. Nimic din ce ați trimis înainte nu s-a pierdut. Mergeți înapoi și trimiteți din nou.
not_now = Nu am putut face asta acum
not_now_advice = Nimic din ce ați trimis înainte nu s-a pierdut. Așteptați un minut, apoi mergeți înapoi și încercați din nou.
our_fault = Ceva nu a mers la noi
our_fault_advice = Am fost anunțați. Vă rugăm să încercați mai târziu.
wrong_way = Aici nu merge așa
wrong_way_advice = Mergeți înapoi și încercați altfel.

## What we say about ourselves: accessibility and privacy

accessibility = Accesibilitate
privacy = Confidențialitate
rest_in_english = Restul acestei pagini este în engleză.
write_to_us = Scrieți la
ask_the_service = Întrebați serviciul de muzică ce vă pune întrebările.
everyone_can_use = Vrem ca toți să poată folosi aceste pagini: cu tastatura, cu un cititor de ecran, cu litere mari, pe un telefon vechi.
not_tested_yet = Aceste pagini au fost verificate de programe. Nicio persoană cu dizabilități nu le-a încercat încă pentru noi, așa că poate ne-a scăpat ceva.
tell_what_keeps_you_out = Spuneți-ne ce vă împiedică
say_what_happened = Spuneți ce pagină era și ce s-a întâmplat. Vă vom răspunde și vă vom spune ce putem face.
told_title = Ce se întâmplă cu ce ne spuneți
told_no_name = Nu vă întrebăm cum vă numiți.
told_leave_out = Puteți sări peste întrebări. La cele câteva care cer un răspuns scrie acest lucru.
told_stop = Vă puteți opri oricând și puteți șterge ce ați scris.
told_together = Punem toate răspunsurile laolaltă. Nu arătăm niciodată ce a spus o singură persoană.
told_postcode = Dacă ne dați codul poștal, păstrăm numai zona din jurul lui și aruncăm codul poștal.
told_code = La sfârșit primiți un cod. Cu el vă puteți retrage răspunsurile, până se închide chestionarul.
told_plan = Apoi spunem ce vom face. Puteți citi în planul nostru.
told_care = Aveți grijă de dumneavoastră
told_no_details = Vă rugăm să nu scrieți în răspunsuri nume, numere de telefon sau adrese.
told_worried = Vă îngrijorează ceva? Spuneți unui adult în care aveți încredere sau sunați la Childline: 0800 1111. Este gratuit. Nu vedem cine ne-a scris, așa că nu vă putem ajuta noi.
told_ask = Vreți să întrebați ceva?

## What answers count towards

counts = La ce contribuie răspunsurile dumneavoastră
counts_how = Iată fiecare întrebare, cu partea din planul nostru pe care răspunsurile la ea ne ajută s-o judecăm. Nu arătăm niciodată o singură persoană.
counts_others = Celelalte întrebări
counts_nowhere = Nicio cifră din planul nostru nu se sprijină pe acestea. Citim răspunsurile împreună, ca să le înțelegem pe celelalte:
counts_apart = Păstrăm aceste răspunsuri separat de celelalte. Ele ne arată ale cui voci le auzim și ale cui ne lipsesc.
see_counts = Vedeți la ce contribuie răspunsurile dumneavoastră

## The same in easy words: short sentences of one idea each, for Easy Read and for children under 13

may_leave_out_easy = Puteți sări peste întrebări. Dacă o întrebare are nevoie de răspuns, scrie lângă ea.
groups_only_easy = Arătăm numere pentru zece persoane sau mai multe. Nu arătăm niciodată ce a spus o singură persoană.
stop_here_easy = Opriți-vă acum și continuați mai târziu
stop_here_hint_easy = Primiți șase cuvinte. Cu ele puteți continua mai târziu.
kept_until_easy = Păstrăm răspunsurile până pe { $date }. Puteți continua mai târziu pe acest dispozitiv.
delete_typed_easy = Ștergeți răspunsurile mele
failed_advice_easy = Răspunsurile sunt încă aici. Așteptați un minut. Apoi apăsați din nou butonul.
goes_alone_easy = Un răspuns bifat trebuie să fie singur. Debifați-l sau debifați-le pe celelalte
answered_and_not_easy = Ați dat un răspuns. Ați spus și că nu vreți să răspundeți. Păstrați una dintre ele
words_advice_easy = Notați aceste cuvinte. Sau tipăriți această pagină. Păstrați bine cuvintele: cu ele, alții pot citi și schimba răspunsurile.
words_here_easy = Cine folosește acest dispozitiv după dumneavoastră poate citi răspunsurile. Închideți browserul ca să nu se poată.
not_sent_yet_easy = Încă nu numărăm răspunsurile dumneavoastră. Apăsați butonul de la sfârșit ca să le trimiteți.
apart_means_easy = Este pentru toate paginile ca aceasta. Numărăm ce spuneți aici. Ținem asta departe de celelalte răspunsuri. Nu păstrăm cuvintele și numerele pe care le scrieți aici. După trimitere nu le mai putem găsi și șterge.
receipt_way_out_easy = Nu știm cine sunteți. Vreți să ștergem răspunsurile? Aveți nevoie de acest cod. Notați-l sau tipăriți această pagină. Funcționează până pe { $date }.
receipt_where_easy = Vreți să vedeți din nou această pagină? Deschideți această adresă. Scrieți codul:
we_count_easy = Numărăm toate răspunsurile. Nu arătăm niciodată ce a spus o singură persoană.
results_after_easy = Puteți citi planul nostru. El spune ce știm până acum. După { $date } spune ce am aflat și ce vom face.

## A form that comes once more, answers that are not for their writer, and numbers

keeps_copy = Ca să funcționeze fără conexiune, această pagină poate lăsa o copie a ei pe acest dispozitiv, fără răspunsuri.
about_copy = Cum se șterge copia
noted = Am notat-o
sent_before = Acest formular a fost deja trimis
sent_before_how = De aceea nu am salvat ce este mai jos. Este de la altă persoană sau ați retras primele răspunsuri? Atunci apăsați din nou butonul de la sfârșit: se numără. Vreți să schimbați ce ați trimis? Atunci retrageți mai întâi acele răspunsuri, cu confirmarea lor.
sent_before_here = Alte răspunsuri din acest formular sunt salvate la noi. Acestea sunt încă pe acest dispozitiv și nicăieri altundeva. Sunt de la altă persoană? Atunci trimiteți-le: se numără și ele. Dacă nu, ștergeți-le.
send_too = Trimiteți-le și pe acestea
not_for_you = Ați răspuns aici, dar după celelalte răspunsuri întrebarea nu este pentru dumneavoastră. Schimbați-le, sau lăsați deoparte acest răspuns
leave_out = Lăsați deoparte ce nu este pentru mine și trimiteți
two_numbers = Putem citi { $thousands } sau { $fraction }. Scrieți numărul la care vă gândiți
