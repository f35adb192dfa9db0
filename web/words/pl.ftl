# Polish. A draft made by a machine, not yet confirmed by a native speaker: pages in it say so, and the English counts.
# To confirm it, see CONTRIBUTING.md ("Confirming a language"); then `confirmed` becomes `yes`.

confirmed = no
draft_note = To tłumaczenie jest automatyczne i nie sprawdził go jeszcze nikt, dla kogo polski jest językiem ojczystym. Gdy różni się od tekstu angielskiego, ważny jest tekst angielski.
language_name = Polski
languages = Języki
in_english = (po angielsku)
date =
    { $day } { $month ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    } { $year }
month =
    { $month ->
        [1] styczeń
        [2] luty
        [3] marzec
        [4] kwiecień
        [5] maj
        [6] czerwiec
        [7] lipiec
        [8] sierpień
        [9] wrzesień
        [10] październik
        [11] listopad
       *[12] grudzień
    } { $year }

## The frame of every page

skip = Przejdź do głównej części
error = Błąd:
made_with = Działa dzięki Heard: ankiety, na które dostaje się odpowiedź.
our_plan = Nasz plan
council_decisions = Co postanowili młodzi ludzie i nasze odpowiedzi
for_staff = Dla pracowników

## Questions

problem = Coś trzeba poprawić
why = Dlaczego pytamy:
must = (wymaga odpowiedzi)
rather_not = Wolę nie odpowiadać
yes = Tak
no = Nie
tick_all = Zaznacz wszystko, co pasuje.
tick_up_to =
    { $at_most ->
        [one] Zaznacz najwyżej jedną odpowiedź.
        [few] Zaznacz najwyżej { $at_most } odpowiedzi.
       *[many] Zaznacz najwyżej { $at_most } odpowiedzi.
    }
number_from = Liczba od { $min } do { $max }.
not_understood = Nie rozumiem tego pytania
say_what = Napisz, co to jest
day_box = Dzień
month_box = Miesiąc
year_box = Rok
first_place = Na pierwszym miejscu
pick_in_order = Wybierz to, co najlepsze dla Ciebie, a potem następne.
one_for_each = Wybierz po jednej odpowiedzi.
such_as = Na przykład: { $example }.
pick = Wybierz
next_place = Miejsce { $place }
not_answered = Bez odpowiedzi
change = Zmień

## Answers that have to be changed. Each is followed by the question, so it has no full stop.

choose_an_answer = Wybierz odpowiedź
write_a_number = Wpisz liczbę
write_an_answer = Wpisz odpowiedź
write_your_postcode = Wpisz swój kod pocztowy
not_offered = Wybierz jedną z odpowiedzi na tej stronie
one_only = Podaj tylko jedną odpowiedź
too_many =
    { $at_most ->
        [one] Zaznaczono za dużo odpowiedzi. Zostaw najwyżej jedną
        [few] Zaznaczono za dużo odpowiedzi. Zostaw najwyżej { $at_most }
       *[many] Zaznaczono za dużo odpowiedzi. Zostaw najwyżej { $at_most }
    }
goes_alone = Jednej z zaznaczonych odpowiedzi nie można łączyć z innymi. Odznacz ją albo odznacz pozostałe
in_figures = Wpisz liczbę cyframi, na przykład 2
whole_number = Wpisz liczbę całkowitą, na przykład 2
out_of_range = Wpisz liczbę od { $min } do { $max }
too_long =
    { $were ->
        [one] Skróć ten tekst. Ma { $were } znak, a może mieć najwyżej { $at_most }
        [few] Skróć ten tekst. Ma { $were } znaki, a może mieć najwyżej { $at_most }
       *[many] Skróć ten tekst. Ma { $were } znaków, a może mieć najwyżej { $at_most }
    }
full_postcode = Wpisz pełny kod pocztowy, na przykład SG1 2AB, albo zostaw to pole puste
unknown_postcode = Nie znamy tego kodu pocztowego. Sprawdź go albo zostaw to pole puste
answered_and_not = Jest odpowiedź, a zarazem wybór, aby nie odpowiadać. Zostaw jedno z dwojga
other_unsaid = Napisz w kilku słowach, o co chodzi
other_not_chosen = Jest tekst przy odpowiedzi, której nie wybrano. Wybierz ją albo usuń tekst
write_a_date = Wpisz datę
write_the_day = Wpisz także dzień
write_the_month = Wpisz także miesiąc
write_the_year = Wpisz także rok
day_in_figures = Wpisz dzień jako liczbę od 1 do 31
month_in_figures = Wpisz miesiąc jako liczbę od 1 do 12 albo słowem
year_in_figures = Wpisz rok czterema cyframi, na przykład 2019
no_such_day = Nie ma takiego dnia. Sprawdź go
put_in_order = Wybierz przynajmniej to, co na pierwszym miejscu
all_rows = Wybierz odpowiedź w każdym wierszu
tick_to_agree = Zaznacz pole, jeśli się zgadzasz. Bez tego nie można przejść dalej
date_from = Wpisz datę nie wcześniejszą niż ta: { $earliest }
date_until = Wpisz datę nie późniejszą niż ta: { $latest }
date_between = Wpisz datę między tymi dwiema: { $earliest } – { $latest }
ranked_twice = Na miejscu { $place } jest coś, co już wybrano wyżej. Wybierz coś innego
rank_gap = Miejsce { $place } jest puste, a dalsze nie. Wypełnij je albo opróżnij dalsze

## Easy Read and reading aloud

ways = Jak czytać tę stronę
easy_read = Tekst łatwy do czytania
easy_read_off = Wyłącz tekst łatwy do czytania
read_aloud = Czytaj na głos
read_aloud_off = Wyłącz czytanie na głos
listen = Posłuchaj
stop_listening = Zatrzymaj
no_voice = To urządzenie nie ma głosu w tym języku, więc nie może przeczytać tej strony na głos.
no_voice_for_part = Niektóre słowa są tu w języku, dla którego to urządzenie nie ma głosu. Pomija je.
cannot_read_aloud = Ta przeglądarka nie może tu czytać na głos.

## Before a survey begins

takes_minutes =
    { $minutes ->
        [one] Zajmie to około { $minutes } minuty.
        [few] Zajmie to około { $minutes } minut.
       *[many] Zajmie to około { $minutes } minut.
    }
never_who = Nigdy nie pytamy, kim jesteś.
may_leave_out = Można pominąć każde pytanie, które nie jest oznaczone.
groups_only = Wyniki pokazujemy tylko dla grup od dziesięciu osób, nigdy dla jednej osoby.
open_until = Ankieta jest otwarta do { $date }.
treated = Jak traktujemy odpowiedzi
asked_by_task = Pytamy, bo muzyka dla każdego dziecka jest naszym zadaniem. Prawo nazywa to zadaniem publicznym.
asked_by_interest = Pytamy, bo mamy słuszny powód: chcemy, żeby muzyka była lepsza dla wszystkich. Prawo nazywa to prawnie uzasadnionym interesem.
asked_by_consent = Korzystamy z odpowiedzi, bo wysyłając je, wyraża się na to zgodę.
about_you_by_law = Pytamy też na przykład o grupę etniczną lub religię, bo prawo pozwala nam sprawdzać, czy wszyscy są traktowani sprawiedliwie.
about_you_by_consent = Korzystamy z informacji na przykład o grupie etnicznej lub religii, bo odpowiadając, wyraża się na to zgodę.
deleted_on = Odpowiedzi usuniemy { $date }. Obliczone z nich wyniki pozostaną.
about_you_deleted_on = Informacje o Tobie, takie jak grupa etniczna, usuniemy { $date }.
ask_us = Pytania? Kontakt: { $contact }
start = Zacznij
begun_already = Ankieta jest już zaczęta
go_on = Kontynuuj od miejsca przerwania

## On the way

back = Wstecz
part = Część { $at } z { $of }
part_or_fewer = Część { $at } z najwyżej { $of }
save = Zapisz i przejdź dalej
kept_until = Przechowujemy Twoje odpowiedzi na naszym serwerze do { $date }, żeby można było później dokończyć na tym urządzeniu.
closes_on = Ankieta zamyka się { $date }.
delete_typed = Usuń to, co wpisano
delete_sure = Usunąć to, co wpisano?
cannot_be_undone = Tego nie można cofnąć.
keep_answers = Zachowaj moje odpowiedzi
place_kept = Zapisaliśmy tylko okolicę podanego kodu pocztowego, nic więcej. Aby ją zachować, zostaw pole puste; aby ją usunąć, zaznacz „{ $rather_not }”.
deleted = Twoje odpowiedzi zostały usunięte
deleted_all = Na naszym serwerze nie ma już nic z tego, co wpisano.
thank_for_time = Dziękujemy za Twój czas.
may_begin_again = Jeśli jednak chcesz nam coś powiedzieć, możesz zacząć od nowa do { $date }.
begin_again = Zacznij od nowa
failed = W tej chwili nie udało się tego zapisać
failed_advice = Twoje odpowiedzi są nadal na tej stronie. Poczekaj minutę i naciśnij przycisk jeszcze raz.

## Before and after sending

check_answers = Sprawdź swoje odpowiedzi
not_sent_yet = Nic nie zostanie wysłane, dopóki nie naciśniesz przycisku na końcu.
send = Wyślij moje odpowiedzi
outside_england = Miejsce poza Anglią
only_the_place = (zachowujemy tylko to, a nie Twój kod pocztowy)
thank_you = Dziękujemy
heard = Dziękujemy. Twój głos dotarł do nas.
saved_on = Twoje odpowiedzi z dnia { $date } są zapisane.
receipt = Twoje potwierdzenie
receipt_way_out = Nie wiemy, kim jesteś. Jeśli zechcesz wycofać swoje odpowiedzi, można to zrobić tylko z tym potwierdzeniem. Działa ono do zamknięcia ankiety: { $date }. Zapisz je albo wydrukuj tę stronę.
take_out = Wycofaj moje odpowiedzi
take_out_sure = Wycofać odpowiedzi?
too_late_to_take_out = Ankieta jest zamknięta, więc odpowiedzi nie można już wycofać.
what_next = Co będzie dalej
we_count = Liczymy odpowiedzi i nigdy nie pokazujemy pojedynczej osoby.
see_the_plan = Zobacz nasz plan
taken_out = Twoje odpowiedzi zostały wycofane
taken_out_how = Są usunięte. Znikną z wyników, gdy odpowie następnych pięć rodzin.
back_to_surveys = Wróć do ankiet

## What must not be joined: being counted apart, the prize draw, being told what happened

apart = Policzcie mnie, ale nie łączcie tego z moimi innymi odpowiedziami
apart_means = Dotyczy to wszystkich takich stron jak ta. To, co tu powiesz, liczymy wtedy kawałek po kawałku, mieszamy z tym, co mówią inni, i trzymamy z dala od Twoich innych odpowiedzi. Słów i liczb, które tu wpiszesz, nie zachowujemy. Po wysłaniu nie możemy tego już wycofać: nie wiemy, co z tego jest Twoje.
if_you_like = Jeśli chcesz
page_of_its_own = Każda z tych rzeczy jest na osobnej stronie, żeby nikt nie mógł połączyć jej z Twoimi odpowiedziami.
enter_draw = Weź udział w losowaniu nagrody
draw_for_all = Każdy może zgłosić się raz, niezależnie od tego, czy odpowiadał. Nikt nie może połączyć zgłoszenia z odpowiedziami.
draw_rules = Zasady
draw_kept = Twój adres lub numer trzymamy w zamknięciu do losowania i nie używamy go do niczego innego. Usuwamy go najpóźniej { $date }.
email_or_telephone = Twój adres e-mail lub numer telefonu
write_contact = Wpisz adres e-mail, na przykład ann@example.org, albo numer telefonu, który zaczyna się od 0 lub +
in_the_draw = Bierzesz udział w losowaniu
draw_next = Losowanie odbędzie się po zamknięciu ankiety: { $date }. Jeśli wygrasz, napiszemy lub zadzwonimy do Ciebie. Jeśli się nie odezwiemy, wygrał ktoś inny.
draw_over = Losowanie nagrody jest zamknięte
draw_over_advice = Zgłoszeń już nie przyjmujemy.
ask_a_grown_up = Masz mniej niż 13 lat? Poproś dorosłego, któremu ufasz, żeby zrobił to za Ciebie i podał swój adres.
wait_here = To, co wpisano, jest nadal na tej stronie. Poczekaj minutę i naciśnij przycisk jeszcze raz.
tell_me = Powiedzcie mi, co z tego wynikło
tell_me_short = Napiszemy do Ciebie, gdy coś się zmieni dzięki temu, co powiedzieli ludzie.
tell_me_about = { $service } napisze do Ciebie, gdy coś się zmieni dzięki temu, co powiedzieli ludzie.
tell_me_kept = Twój adres trzymamy w zamknięciu, z dala od wszystkich odpowiedzi, żeby nikt nie mógł ich połączyć. W każdym liście jest link, który to zatrzymuje i usuwa Twój adres.
your_email = Twój adres e-mail
write_email = Wpisz adres e-mail, na przykład ann@example.org
look_at_mail = Zajrzyj do swojej poczty
look_at_mail_advice = Wysłaliśmy Ci link. Otwórz go i naciśnij przycisk: dopiero wtedy będziemy do Ciebie pisać. W przeciwnym razie usuniemy Twój adres w ciągu dwóch tygodni.
no_mail_advice = Po kilku minutach nic nie przyszło? Zajrzyj do niechcianych wiadomości. Jeśli Twój adres jest już na naszej liście, nic nie wysyłamy.
write_to_me = Tak, piszcie do mnie
we_will_write = Dziękujemy. Będziemy do Ciebie pisać.
stop_writing = Czy mamy przestać pisać?
stop_about = Usuniemy wtedy Twój adres i nie będziemy już do Ciebie pisać.
delete_address = Usuńcie mój adres
address_deleted = Twój adres jest usunięty
address_deleted_advice = Nie będziemy już do Ciebie pisać. Możesz zapisać się znowu, kiedy zechcesz.
link_is_over = Ten link już nie działa
link_is_over_advice = Minęło zbyt wiele czasu albo Twój adres jest usunięty. Możesz zapisać się znowu.
mail_subject = Czy { $service } ma Ci powiedzieć, co z tego wynikło?
mail_hello = Dzień dobry,
mail_asked = { $service }: ktoś poprosił, żeby pisać na ten adres, gdy coś się zmieni dzięki temu, co powiedzieli ludzie. Mamy nadzieję, że to Twoja prośba.
mail_open = Jeśli tego chcesz, otwórz ten link i naciśnij przycisk:
mail_not_you = Jeśli to nie Twoja prośba, nic nie rób: usuniemy ten adres w ciągu dwóch tygodni.
mail_stop = W każdej chwili możesz to zatrzymać i usunąć swój adres tutaj:

## Invitations by mail, and the pages behind their links

invited = Otrzymali Państwo zaproszenie. Dzięki temu linkowi każdy odpowiada tylko raz. Nikt nie widzi, które odpowiedzi są Państwa.
only_invited = Ta ankieta jest dla osób, które otrzymały zaproszenie
only_invited_advice = Proszę otworzyć na tym urządzeniu link z wiadomości e-mail. Kto go nie ma, może zapytać służbę muzyczną.
invitation_used = Z tego zaproszenia wysłano już odpowiedzi
invitation_used_advice = Albo link jest niepełny. Każde zaproszenie liczy się raz, więc te odpowiedzi nie zostały wysłane. Jeśli nikt z niego nie skorzystał, proszę jeszcze raz otworzyć link z wiadomości i wysłać.
invite_subject = { $service } pyta: { $title }
invite_reminds = kilka dni temu wysłaliśmy do Państwa wiadomość. Jeśli odpowiedź już została wysłana, dziękujemy: nic więcej nie trzeba robić.
invite_link = Tutaj można odpowiedzieć. Link jest tylko dla Państwa i liczy się raz, prosimy go nie przekazywać:
invite_stop = Jeśli nie chcą Państwo więcej zaproszeń od { $service }, proszę otworzyć ten link i nacisnąć przycisk:
no_invitations = Nie chcą Państwo więcej zaproszeń?
no_invitations_about = { $service } usunie wtedy ten adres ze swoich list i nigdy więcej go nie zaprosi.
stop_invitations = Nie chcę więcej zaproszeń
invitations_stopped = Nie będzie więcej zaproszeń

## Going on later, at another pace, or on a shared tablet

stop_here = Zapisz i przerwij tutaj
stop_here_hint = Podamy sześć słów. Dzięki nim można dokończyć później, na dowolnym urządzeniu.
your_words = Twoje sześć słów
words_advice = Zapisz te słowa po kolei albo wydrukuj tę stronę. Kto je ma, może przeczytać i zmienić Twoje odpowiedzi.
words_where = Aby dokończyć później, otwórz ten adres i wpisz słowa:
words_until = Słowa działają do { $date }.
words_here = Na tym urządzeniu Twoje odpowiedzi można czytać do zamknięcia przeglądarki.
leave_here = Nie zostawiaj nic na tym urządzeniu
left_here = Na tym urządzeniu nic nie zostało
go_on_with_words = Kontynuuj z sześcioma słowami
words_hint = Słowa są angielskie. Wielkie litery, przecinki i odstępy nie mają znaczenia.
six_words = Wpisz wszystkie sześć słów (tutaj: { $were })
unknown_word = Nie mamy słowa „{ $word }”. Sprawdź je jeszcze raz
no_such_words = Nie znajdujemy odpowiedzi z tymi słowami. Sprawdź każde słowo i ich kolejność. Być może odpowiedzi są już wysłane albo usunięte
moved = Twoje odpowiedzi są teraz na innym urządzeniu
moved_advice = Ktoś otworzył je tam Twoimi sześcioma słowami. Aby kontynuować tutaj, wpisz te słowa.
one_at_a_time = Po jednym pytaniu
several_on_page = Kilka pytań na stronie
question_of = Pytanie { $at } z { $of }
question_or_fewer = Pytanie { $at } z najwyżej { $of }
receipt_where = Aby zobaczyć potwierdzenie ponownie, otwórz ten adres i wpisz je:
receipt_hint = Ma 26 liter i cyfr. Odstępy, kreski i wielkie litery nie mają znaczenia.
receipt_unread = Potwierdzenie ma 26 liter i cyfr. Sprawdź je jeszcze raz
show_receipt = Pokaż moje potwierdzenie
no_receipt = Nie znajdujemy nic z tym potwierdzeniem
no_receipt_advice = Sprawdź je jeszcze raz. Jeśli odpowiedzi zostały wycofane, nie ma już czego pokazać.
results_after = Nasz plan pokazuje to, co policzyliśmy do tej pory. Po { $date } będą w nim wyniki tej ankiety, razem z tym, co zrobimy.
shared_tablet = Wspólny tablet
shared_kept = Po Tobie tego tabletu używają inni. To, co nie zostanie wysłane, usuniemy w ciągu godziny.
note_receipt = Zapisz je teraz, jeśli zechcesz kiedyś wycofać swoje odpowiedzi. Po wysłaniu nie pokażemy go ponownie: może patrzeć następna osoba.
hand_on = Przekaż tablet następnej osobie.
next_person = Następna osoba
still_there = Czy nadal tu jesteś?
still_there_advice = Jeśli w ciągu minuty nikt nie naciśnie przycisku, wyczyścimy tablet dla następnej osoby. Nic nie zostanie wtedy wysłane.
still_here = Nadal tu jestem

## The front pages

tell_us = Muzyka dla każdego dziecka: powiedz nam, co by pomogło
choose_a_service = Ośrodki muzyczne pytają rodziny i młodych ludzi, a potem mówią, co z tego wynikło. Wybierz swój.
no_service = Nie ma tu jeszcze żadnego ośrodka muzycznego.
have_your_say = Powiedz, co myślisz
what_works = Rodziny i młodzi ludzie mówią nam, co działa, a co przeszkadza. My odpowiadamy.
open_now = Teraz pytamy
none_open = Na razie o nic nie pytamy. Zajrzyj tu później.
what_we_do = Co robimy
plan_for_all = Nasz plan, aby nikogo nie pominąć
plan_says = Co obiecaliśmy i ile już zrobiliśmy.
you_said = Państwo powiedzieli – my zrobiliśmy
results_for_all = Co ludzie nam powiedzieli
for_whom = Dla kogo: { $people }.
people_join = { "; " }
all_parents = rodzice i opiekunowie, niezależnie od tego, czy dziecko uczy się u nas muzyki
parents_with_us = rodzice i opiekunowie dzieci, które uczą się u nas muzyki
parents_not_with_us = rodzice i opiekunowie dzieci, które nie uczą się u nas muzyki
young_people = młodzi ludzie
council_members = członkowie młodzieżowej rady muzycznej
staff = osoby, które u nas pracują
partners = szkoły i partnerzy
everybody = wszyscy

## The whole survey at once: on one page, without a connection, on paper

other_ways = Inne sposoby odpowiadania
all_on_one_page = Wszystkie pytania na jednej stronie
on_paper = Na papierze
pass_over = Niektóre pytania są tylko dla części osób: jest to napisane nad nimi. Pomiń te, które Cię nie dotyczą.
only_if = Tylko jeśli { $rule }
if_all = wszystko to jest prawdą: { $rules }
if_any = jedno z tych zdań jest prawdą: { $rules }
if_not = to nie jest prawdą: { $rule }
if_answered = Twoja odpowiedź na { $question } to { $answers }
if_not_answered = Twoja odpowiedź na { $question } to nie { $answers }
if_dated = jest Twoja odpowiedź na { $question }
if_date_from = Twoja odpowiedź na { $question } to { $date } lub później
if_date_until = Twoja odpowiedź na { $question } to { $date } lub wcześniej
if_date_between = Twoja odpowiedź na { $question } mieści się w okresie: { $earliest } – { $latest }
if_people = jesteś jedną z tych osób: { $people }
if_ages = Twój wiek to { $ages }
age_under_9 = mniej niż 9 lat
age_9_to_12 = od 9 do 12 lat
age_13_to_18 = od 13 do 18 lat
age_adult = więcej niż 18 lat
list_comma = { ", " }
list_or = { " lub " }
question_called = pytanie „{ $text }”
question_numbered = pytanie { $number }
question_row = { $question }, „{ $row }”
quoted = „{ $text }”
works_offline = Ta strona działa bez połączenia
works_offline_how = Kopia tej strony, bez Twoich odpowiedzi, jest na tym urządzeniu do czasu wysłania, najwyżej przez 14 dni. Jeśli wyślesz odpowiedzi bez połączenia, zaczekają one na tym urządzeniu, a my wyślemy je później.
forget_page = Usuń kopię z tego urządzenia
page_forgotten = Kopia jest usunięta.
device_has_news = Na tym urządzeniu coś na Ciebie czeka: odpowiedzi do wysłania albo potwierdzenie.
look_at_it = Zobacz, co to jest
on_device = Odpowiedzi na tym urządzeniu
none_waiting = Na tym urządzeniu nie czekają żadne odpowiedzi.
waiting = Twoje odpowiedzi czekają na tym urządzeniu
waiting_how = Nie są jeszcze wysłane, bo nie ma połączenia. Wyślemy je, gdy to urządzenie znów będzie w sieci albo gdy otworzysz na nim którąś z naszych stron. Do tego czasu są na tym urządzeniu. Jeśli używają go też inni, możesz je usunąć.
try_now = Spróbuj teraz
still_waiting = Nadal nie ma połączenia. Twoje odpowiedzi czekają.
delete_here = Usuń je z tego urządzenia
sent_later = Twoje odpowiedzi są wysłane
sent_later_how = Są zapisane u nas i nie ma ich już na tym urządzeniu. Dzięki temu potwierdzeniu można wycofać odpowiedzi. Zostaje ono na tym urządzeniu, dopóki go nie otworzysz albo nie powiesz, że jest zanotowane.
open_receipt = Otwórz moje potwierdzenie
to_change = Nie mogliśmy przyjąć Twoich odpowiedzi w tej postaci
to_change_how = Są nadal na tym urządzeniu i nigdzie indziej. Zobacz je, zmień to, co zaznaczono, i wyślij je jeszcze raz.
look_at_answers = Zobacz moje odpowiedzi
closed_before = Ankieta zamknęła się, zanim dotarły Twoje odpowiedzi
closed_before_how = Dlatego się nie liczą. Przykro nam. Są już usunięte z tego urządzenia.
tick_one = Zaznacz jedno pole.
rank_by_number = W pierwszym polu wpisz numer tego, co podoba Ci się najbardziej, potem następnego.
sheet_number = Numer arkusza (wypełniamy my):
no_name_on_paper = Nie podawaj swojego nazwiska ani imienia. Wpisujemy Twoje odpowiedzi do systemu i nigdy nie pytamy, kim jesteś.
destroyed_on = Gdy wpiszemy Twoje odpowiedzi, niszczymy ten arkusz: najpóźniej { $date }.
not_taken_out = Odpowiedzi na papierze nie można już wycofać, gdy są wpisane i policzone. Nie wiemy, które są Twoje.
numbers_for_us = Małe cyfry i litery przy polach są dla nas.
hand_in_by = Oddaj ten arkusz do { $date } osobie, od której go masz.
hand_in_here = Albo przynieś go tutaj:
answer_online = Można też odpowiedzieć na telefonie lub komputerze:
scan_or_visit = Zeskanuj kod telefonem albo wejdź na stronę:
qr_code = Kod QR adresu { $address }
print_it = Aby wydrukować ten arkusz, użyj funkcji „Drukuj” w przeglądarce. Jest przygotowany na format A4.
normal_print = Zwykły druk
large_print = Duży druk

## When something does not work: what happened, and what to do

not_found = Nie możemy znaleźć tej strony
not_found_advice = Sprawdź adres albo wróć na poprzednią stronę.
refused = Nie mogliśmy tego odczytać
refused_advice = Wróć, wczytaj stronę jeszcze raz i tam odpowiedz.
too_large = To było za długie
too_large_advice = Wróć, skróć odpowiedź i wyślij ją jeszcze raz.
closed = Ta ankieta jest zamknięta
closed_advice = Dziękujemy za chęć odpowiedzi. Odpowiedzi już nie przyjmujemy.
no_draft = Nie mamy tutaj Twoich odpowiedzi
no_draft_advice = Być może są już wysłane albo minęło za dużo czasu. Jeśli nie, zacznij ankietę od nowa. Przeglądarka musi zezwalać na pliki cookie.
too_often = Za dużo osób naraz
too_often_advice = Z Twojego miejsca weszło wiele osób, być może cała szkoła. Nic z tego, co wysłano, nie zginęło. Poczekaj minutę, wróć i spróbuj jeszcze raz.
too_slow = To trwało za długo
too_slow_advice = Być może połączenie jest wolne. Nic z tego, co wysłano wcześniej, nie zginęło. Wróć i wyślij jeszcze raz.
not_now = W tej chwili nie mogliśmy tego zrobić
not_now_advice = Nic z tego, co wysłano wcześniej, nie zginęło. Poczekaj minutę, wróć i spróbuj jeszcze raz.
our_fault = Coś się u nas zepsuło
our_fault_advice = Już o tym wiemy. Spróbuj ponownie później.
wrong_way = Tutaj to nie działa
wrong_way_advice = Wróć i spróbuj inaczej.

## What we say about ourselves: accessibility and privacy

accessibility = Dostępność
privacy = Prywatność
rest_in_english = Dalsza część tej strony jest po angielsku.
write_to_us = Napisz na adres
ask_the_service = Zapytaj ośrodek muzyczny, który zadaje Ci pytania.
everyone_can_use = Chcemy, żeby każdy mógł korzystać z tych stron: z klawiaturą, z czytnikiem ekranu, z dużymi literami, na starym telefonie.
not_tested_yet = Te strony sprawdziły programy. Nie sprawdziła ich dla nas jeszcze żadna osoba z niepełnosprawnością, więc mogliśmy coś przeoczyć.
tell_what_keeps_you_out = Powiedz nam, co Ci przeszkadza
say_what_happened = Napisz, która to była strona i co się stało. Odpiszemy i powiemy, co możemy zrobić.
told_title = Co się dzieje z tym, co nam mówisz
told_no_name = Nie pytamy o Twoje imię ani nazwisko.
told_leave_out = Możesz pomijać pytania. Przy tych nielicznych, które wymagają odpowiedzi, jest to napisane.
told_stop = W każdej chwili możesz przerwać i usunąć to, co wpisano.
told_together = Łączymy wszystkie odpowiedzi. Nigdy nie pokazujemy, co powiedziała jedna osoba.
told_postcode = Jeśli podasz kod pocztowy, zachowamy tylko okolicę, a sam kod wyrzucimy.
told_code = Na końcu dostaniesz kod. Z nim możesz wycofać swoje odpowiedzi, dopóki ankieta nie zostanie zamknięta.
told_plan = Potem mówimy, co zrobimy. Możesz o tym przeczytać w naszym planie.
told_care = Zadbaj o siebie
told_no_details = Nie wpisuj w odpowiedziach imion i nazwisk, numerów telefonu ani adresów.
told_worried = Coś Cię martwi? Powiedz o tym zaufanej osobie dorosłej albo zadzwoń do Childline: 0800 1111. To nic nie kosztuje. Nie widzimy, kto do nas pisze, więc sami nie możemy Ci pomóc.
told_ask = Chcesz o coś zapytać?

## What answers count towards

counts = Do czego liczą się Twoje odpowiedzi
counts_how = Oto każde pytanie z tą częścią naszego planu, którą pomagają ocenić odpowiedzi na nie. Nigdy nie pokazujemy pojedynczej osoby.
counts_others = Pozostałe pytania
counts_nowhere = Na tych pytaniach nie opiera się żaden wskaźnik naszego planu. Czytamy odpowiedzi na nie razem, żeby zrozumieć pozostałe:
counts_apart = Te odpowiedzi przechowujemy osobno. Pokazują nam, czyje głosy słyszymy, a czyich nam brakuje.
see_counts = Zobacz, do czego liczą się Twoje odpowiedzi

## The same in easy words: short sentences of one idea each, for Easy Read and for children under 13

may_leave_out_easy = Możesz pomijać pytania. Jeśli pytanie wymaga odpowiedzi, jest to przy nim napisane.
groups_only_easy = Pokazujemy liczby dla dziesięciu osób lub więcej. Nigdy nie pokazujemy, co powiedziała jedna osoba.
stop_here_easy = Przerwij teraz i dokończ później
stop_here_hint_easy = Dostaniesz sześć słów. Dzięki nim dokończysz później.
kept_until_easy = Trzymamy Twoje odpowiedzi do { $date }. Możesz dokończyć później na tym urządzeniu.
delete_typed_easy = Usuń moje odpowiedzi
failed_advice_easy = Twoje odpowiedzi nadal tu są. Poczekaj minutę. Potem naciśnij przycisk jeszcze raz.
goes_alone_easy = Jedna z zaznaczonych odpowiedzi musi być sama. Odznacz ją albo odznacz inne
answered_and_not_easy = Jest tu odpowiedź. Jest też zaznaczone, że nie chcesz odpowiadać. Zostaw jedno z dwojga
words_advice_easy = Zapisz te słowa. Albo wydrukuj tę stronę. Pilnuj tych słów: kto je ma, może przeczytać i zmienić Twoje odpowiedzi.
words_here_easy = Kto użyje tego urządzenia po Tobie, może przeczytać Twoje odpowiedzi. Zamknij przeglądarkę, żeby tak nie było.
not_sent_yet_easy = Jeszcze nie liczymy Twoich odpowiedzi. Naciśnij przycisk na końcu, żeby je wysłać.
apart_means_easy = To dotyczy wszystkich takich stron. Liczymy to, co tu powiesz. Trzymamy to z dala od innych Twoich odpowiedzi. Nie zachowujemy słów i liczb, które tu wpiszesz. Po wysłaniu nie możemy tego znaleźć ani usunąć.
receipt_way_out_easy = Nie wiemy, kim jesteś. Chcesz, żebyśmy usunęli Twoje odpowiedzi? Potrzebny jest ten kod. Zapisz go albo wydrukuj tę stronę. Działa do { $date }.
receipt_where_easy = Chcesz zobaczyć tę stronę jeszcze raz? Wejdź na ten adres. Wpisz swój kod:
we_count_easy = Liczymy wszystkie odpowiedzi. Nigdy nie pokazujemy, co powiedziała jedna osoba.
results_after_easy = Możesz przeczytać nasz plan. Mówi, co wiemy do tej pory. Po { $date } powie, czego się dowiedzieliśmy i co zrobimy.

## A form that comes once more, answers that are not for their writer, and numbers

keeps_copy = Aby działać bez połączenia, ta strona może zostawić na tym urządzeniu swoją kopię, bez Twoich odpowiedzi.
about_copy = Jak usunąć kopię
noted = Mam je zanotowane
sent_before = Ten formularz został już wysłany
sent_before_how = Dlatego nie zapisaliśmy tego, co jest poniżej. Czy to odpowiedzi innej osoby albo pierwsze odpowiedzi zostały wycofane? Wtedy naciśnij jeszcze raz przycisk na końcu: zostaną policzone. Chcesz zmienić to, co zostało wysłane? Najpierw wycofaj tamte odpowiedzi za pomocą potwierdzenia.
sent_before_here = Inne odpowiedzi z tego formularza są już zapisane u nas. Te są nadal na tym urządzeniu i nigdzie indziej. Czy są od innej osoby? Wtedy je wyślij: też zostaną policzone. Jeśli nie, usuń je.
send_too = Wyślij także te
not_for_you = Jest tu odpowiedź, ale według Twoich innych odpowiedzi to pytanie Cię nie dotyczy. Zmień tamte odpowiedzi albo pomiń tę
leave_out = Pomiń to, co mnie nie dotyczy, i wyślij
two_numbers = Można to odczytać jako { $thousands } albo jako { $fraction }. Wpisz tę liczbę, o którą chodzi
