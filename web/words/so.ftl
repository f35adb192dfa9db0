# Somali. A draft made by a machine, not yet confirmed by a native speaker: pages in it say so, and the English counts.
# To confirm it, see CONTRIBUTING.md ("Confirming a language"); then `confirmed` becomes `yes`.

confirmed = no
draft_note = Turjumaaddan mashiin baa sameeyay, wali qof af Soomaaligu u yahay afkiisa hooyo ma hubin. Meesha ay Ingiriisiga kaga duwan tahay, Ingiriisiga ayaa la raacayaa.
language_name = Soomaali
languages = Luqadaha
in_english = (af Ingiriis)
date =
    { $day } { $month ->
        [1] Janaayo
        [2] Febraayo
        [3] Maarso
        [4] Abriil
        [5] Maajo
        [6] Juun
        [7] Luuliyo
        [8] Ogosto
        [9] Sebtembar
        [10] Oktoobar
        [11] Nofembar
       *[12] Diseembar
    } { $year }
month =
    { $month ->
        [1] Janaayo
        [2] Febraayo
        [3] Maarso
        [4] Abriil
        [5] Maajo
        [6] Juun
        [7] Luuliyo
        [8] Ogosto
        [9] Sebtembar
        [10] Oktoobar
        [11] Nofembar
       *[12] Diseembar
    } { $year }

## The frame of every page

skip = U bood qaybta muhiimka ah
error = Khalad:
made_with = Waxaa lagu sameeyay Heard: xog-ururin laga jawaabo.
our_plan = Qorshahayaga
council_decisions = Waxa ay dhalinyaradu go’aansadeen, iyo jawaabaheenna
for_staff = Shaqaalaha

## Questions

problem = Wax baa u baahan in la saxo
why = Sababta aan u weydiinayno:
must = (jawaab ayuu u baahan yahay)
rather_not = Waxaan doorbidayaa inaanan sheegin
yes = Haa
no = Maya
tick_all = Calaamadi wax kasta oo ku habboon.
tick_up_to =
    { $at_most ->
        [one] Calaamadi ugu badnaan hal.
       *[other] Calaamadi ugu badnaan { $at_most }.
    }
number_from = Tiro u dhexaysa { $min } iyo { $max }.
not_understood = Su’aashan ma fahmin
say_what = Sheeg waxa uu yahay
day_box = Maalin
month_box = Bil
year_box = Sannad
first_place = Kan aad ugu jeceshahay
pick_in_order = Dooro kan aad ugu jeceshahay, kadibna kan xiga.
one_for_each = Mid kasta u dooro hal jawaab.
such_as = Tusaale ahaan: { $example }.
pick = Mid dooro
next_place = Lambarka { $place }aad
not_answered = Lagama jawaabin
change = Beddel

## Answers that have to be changed. Each is followed by the question, so it has no full stop.

choose_an_answer = Dooro jawaab
write_a_number = Qor tiro
write_an_answer = Qor jawaab
write_your_postcode = Qor koodhkaaga boostada
not_offered = Ka dooro jawaabaha boggan ku yaal
one_only = Bixi hal jawaab oo keliya
too_many =
    { $at_most ->
        [one] Waxaad calaamadisay wax badan. Reeb ugu badnaan hal
       *[other] Waxaad calaamadisay wax badan. Reeb ugu badnaan { $at_most }
    }
goes_alone = Mid ka mid ah jawaabaha aad calaamadisay kuwa kale lama socon karo. Ka qaad calaamadda, ama kuwa kale ka qaad
in_figures = Tirada ku qor lambar, sida 2
whole_number = Qor tiro dhan, sida 2
out_of_range = Qor tiro u dhexaysa { $min } iyo { $max }
too_long =
    { $were ->
        [one] Ka dhig mid gaaban. Waxay leedahay { $were } xaraf, waxaana ku filan { $at_most }
       *[other] Ka dhig mid gaaban. Waxay leedahay { $were } xaraf, waxaana ku filan { $at_most }
    }
full_postcode = Qor koodhka boostada oo dhan, sida SG1 2AB, ama bannaan u daa
unknown_postcode = Ma naqaan koodhkan boostada. Mar kale eeg, ama bannaan u daa
answered_and_not = Waad jawaabtay, haddana waxaad dooratay inaadan jawaabin. Mid ka reeb labada
other_unsaid = Erayo kooban ku sheeg waxa aad ula jeeddo
other_not_chosen = Waxaad wax ku qortay jawaab aan la dooran. Dooro, ama qoraalka ka saar
write_a_date = Qor taariikh
write_the_day = Maalinta sidoo kale qor
write_the_month = Bisha sidoo kale qor
write_the_year = Sannadka sidoo kale qor
day_in_figures = Maalinta ku qor tiro u dhexaysa 1 iyo 31
month_in_figures = Bisha ku qor tiro 1 ilaa 12 ah, ama eray
year_in_figures = Sannadka ku qor afar lambar, sida 2019
no_such_day = Maalintaas ma jirto. Mar kale eeg
put_in_order = Ugu yaraan dooro kan koowaad
all_rows = Sadar kasta ka dooro jawaab
tick_to_agree = Calaamadi sanduuqa haddii aad oggoshahay. La’aanteed sii wadi maysid
date_from = Qor taariikh aan ka horrayn tan: { $earliest }
date_until = Qor taariikh aan ka dambayn tan: { $latest }
date_between = Qor taariikh u dhexaysa labadan: { $earliest } – { $latest }
ranked_twice = Lambarka { $place } waxaa ku jira wax aad hore u dooratay. Mid kale dooro
rank_gap = Lambarka { $place } waa bannaan yahay, mid ka dambeeyana ma aha. Buuxi, ama kan dambe banneey

## Easy Read and reading aloud

ways = Sida bogga loo akhriyo
easy_read = Akhris Fudud
easy_read_off = Dami Akhriska Fudud
read_aloud = Kor u akhri
read_aloud_off = Dami akhriska codka ah
listen = Dhegayso
stop_listening = Jooji
no_voice = Qalabkani ma laha cod luqaddan ah, markaa boggan kor uma akhrin karo.
no_voice_for_part = Erayada halkan qaarkood waxay ku qoran yihiin luqad aan qalabkani cod u lahayn. Wuu ka boodaa.
cannot_read_aloud = Biraawsarkani halkan wax kor uma akhrin karo.

## Before a survey begins

takes_minutes =
    { $minutes ->
        [one] Waxay qaadanaysaa qiyaastii { $minutes } daqiiqo.
       *[other] Waxay qaadanaysaa qiyaastii { $minutes } daqiiqo.
    }
never_who = Weligeen ma weydiinno cidda aad tahay.
may_leave_out = Waad ka boodi kartaa su’aal kasta oo aan la calaamadin.
groups_only = Natiijada waxaan u tusnaa kooxo toban qof ama ka badan ah, weligeen hal qof uma tusno.
open_until = Way furan tahay ilaa { $date }.
treated = Waxa aan ku samayno jawaabahaaga
asked_by_task = Waxaan u weydiinaynaa sababtoo ah muusig loo helo ilmo kasta waa shaqadeenna. Sharcigu wuxuu ku magacaabaa hawl dadweyne.
asked_by_interest = Waxaan u weydiinaynaa sababtoo ah waxaan haynaa sabab caddaalad ah: in muusiggu u fiicnaado qof walba. Sharcigu wuxuu ku magacaabaa danno sharci ah.
asked_by_consent = Waxaan isticmaalnaa jawaabahaaga sababtoo ah waad oggolaataa markaad dirto.
about_you_by_law = Waxaan wax kaa weydiinaynaa adiga, sida qowmiyaddaada ama diintaada, sababtoo ah sharcigu wuxuu noo oggol yahay inaan hubinno in qof walba si caddaalad ah loola dhaqmo.
about_you_by_consent = Waxaan isticmaalnaa waxa aad naftaada ka sheegto, sida qowmiyaddaada ama diintaada, sababtoo ah waad oggolaataa markaad ka jawaabto.
deleted_on = Waxaan tirtiraynaa jawaabahaaga { $date }. Natiijooyinka laga soo saaray way sii jirayaan.
about_you_deleted_on = Waxa aad naftaada ka sheegtay waxaan tirtiraynaa { $date }.
ask_us = Su’aalo ma qabtaa? Na weydii: { $contact }
start = Bilow
begun_already = Horay ayaad u bilowday
go_on = Ka sii wad meeshii aad joogsatay

## On the way

back = Dib u noqo
part = Qaybta { $at } ee { $of }
part_or_fewer = Qaybta { $at } ee ugu badnaan { $of }
save = Kaydi oo sii wad
kept_until = Jawaabahaaga waxaan ku haynaa kombiyuutarkayaga ilaa { $date }, si aad markale ugu sii wadi karto qalabkan.
closes_on = Xog-ururintu waxay xirmaysaa { $date }.
delete_typed = Tirtir wixii aan qoray
delete_sure = Ma tirtiraysaa wixii aad qortay?
cannot_be_undone = Tan lama soo celin karo.
keep_answers = Hay jawaabahayga
place_kept = Boostal koodka aad bixisay waxaan ka haynay aagga oo keliya. Si loo hayo, sanduuqa madhan u daa; si loo saaro, calaamadee “{ $rather_not }”.
deleted = Jawaabahaagii waa la tirtiray
deleted_all = Wax aad qortay kuma harin kombiyuutarkayaga.
thank_for_time = Waad ku mahadsan tahay waqtigaaga.
may_begin_again = Haddii aad wali rabto inaad noo sheegto, dib ayaad u bilaabi kartaa ilaa { $date }.
begin_again = Dib u bilow
failed = Hadda ma kaydin karin
failed_advice = Jawaabahaagu wali boggan ayay ku yaalliin. Sug hal daqiiqo, kadibna mar kale riix badhanka.

## Before and after sending

check_answers = Eeg jawaabahaaga
not_sent_yet = Waxba lama diro ilaa aad riixdo badhanka dhammaadka.
send = Dir jawaabahayga
outside_england = Meel ka baxsan Ingiriiska
only_the_place = (kan oo keliya ayaan haynaa, ma haynno koodhkaaga boostada)
thank_you = Mahadsanid
heard = Mahadsanid. Codkaagii waa la maqlay.
saved_on = Jawaabahaagii { $date } waa la kaydiyay.
receipt = Rasiidkaaga
receipt_way_out = Ma naqaan cidda aad tahay. Haddii aad rabto in jawaabahaaga laga saaro, rasiidkan oo keliya ayaa lagu samayn karaa. Wuu shaqaynayaa ilaa xog-ururintu ka xirmayso { $date }. Qor, ama boggan daabac.
take_out = Ka saar jawaabahayga
take_out_sure = Ma ka saaraysaa jawaabahaaga?
too_late_to_take_out = Xog-ururintu way xiran tahay, sidaas darteed jawaabaha lama saari karo.
what_next = Maxaa xiga
we_count = Jawaabaha waan tirinnaa, weligeenna hal qof ma tusno.
see_the_plan = Eeg qorshahayaga
taken_out = Jawaabahaagii waa laga saaray
taken_out_how = Waa la tirtiray. Natiijada way ka baxayaan marka shanta qoys ee xiga ay jawaabaan.
back_to_surveys = Ku noqo xog-ururinta

## What must not be joined: being counted apart, the prize draw, being told what happened

apart = I tiri, laakiin tan ha ku xirin jawaabahayga kale
apart_means = Tani waxay khusaysaa dhammaan bogagga kan la midka ah. Waxa aad halkan sheegto markaas gabal gabal ayaa loo tiriyaa, waxa dadka kale sheegaan ayaa lagu dhex qasaa, waxaana laga fogeeyaa jawaabahaaga kale. Erayada iyo tirooyinka aad halkan ku qorto lama hayo. Marka la diro kadib ma soo saari karno: ma naqaan inta kaaga ah.
if_you_like = Haddii aad rabto
page_of_its_own = Mid kasta oo ka mid ah wuxuu ku yaallaa bog u gaar ah, si aan cidina ugu xirin jawaabahaaga.
enter_draw = Ka qayb gal bakhtiyaanasiibka
draw_for_all = Qof kastaa hal mar buu ka qayb geli karaa, ha jawaabo ama yaanu jawaabin. Cidina kuma xiri karto ka qaybgalkaaga jawaabo.
draw_rules = Xeerarka
draw_kept = Cinwaankaaga ama lambarkaaga waan xafidaynaa oo quful baan ku haynaa ilaa bakhtiyaanasiibka, wax kalena uma isticmaalno. Waxaan tirtiraynaa ugu dambayn { $date }.
email_or_telephone = Cinwaankaaga iimaylka ama lambarkaaga telefoonka
write_contact = Qor cinwaan iimayl, sida ann@example.org, ama lambar telefoon oo ku bilaabma 0 ama +
in_the_draw = Waad ku jirtaa bakhtiyaanasiibka
draw_next = Qofka guulaysta waxaa la soo saarayaa marka xog-ururintu xiranto { $date }. Haddii aad adigu tahay, waan kuu soo qoraynaa ama waan ku soo wacaynaa. Haddii aadan waxba maqlin, qof kale ayaa guulaystay.
draw_over = Bakhtiyaanasiibku wuu xiran yahay
draw_over_advice = Ka qaybgal dambe lama qaadayo.
ask_a_grown_up = Ma ka yar tahay 13 sano? Markaas weydii qof weyn oo aad ku kalsoon tahay inuu kuu sameeyo, isagoo isticmaalaya cinwaankiisa.
wait_here = Wixii aad qortay wali boggan ayay ku yaalliin. Sug hal daqiiqo, kadibna mar kale riix badhanka.
tell_me = Ii sheeg wixii dhacay
tell_me_short = Waan kuu soo qoraynaa marka wax isbeddelaan sababtoo ah waxa dadku sheegeen.
tell_me_about = { $service } ayaa kuu soo qori doonta marka wax isbeddelaan sababtoo ah waxa dadku sheegeen.
tell_me_kept = Cinwaankaaga quful baan ku haynaa, kana fogaynaynaa dhammaan jawaabaha, si aan cidina isugu xirin labada. Iimayl kasta wuxuu leeyahay xiriiriye joojiya oo tirtira cinwaankaaga.
your_email = Cinwaankaaga iimaylka
write_email = Qor cinwaan iimayl, sida ann@example.org
look_at_mail = Eeg iimaylkaaga
look_at_mail_advice = Waxaan kuu dirnay xiriiriye. Fur oo riix badhanka: markaas oo keliya ayaan kuu soo qori doonnaa. Haddii kale cinwaankaaga waxaan ku tirtiraynaa laba toddobaad gudahood.
no_mail_advice = Wax ma imaan dhawr daqiiqo kadib? Ka eeg iimaylka aan la rabin. Haddii cinwaankaagu hore ugu jiray liiskayaga, waxba ma dirno.
write_to_me = Haa, ii soo qor
we_will_write = Mahadsanid. Waan kuu soo qori doonnaa.
stop_writing = Ma rabtaa inaan joojinno soo qoridda?
stop_about = Markaas cinwaankaaga waan tirtiraynaa, mar dambena kuuma soo qorayno.
delete_address = Tirtir cinwaankayga
address_deleted = Cinwaankaagii waa la tirtiray
address_deleted_advice = Mar dambe kuuma soo qorayno. Waad is qori kartaa mar kale markaad rabto.
link_is_over = Xiriiriyahan ma shaqaynayo mar dambe
link_is_over_advice = Wakhti badan ayaa laga joogaa, ama cinwaankaagii waa la tirtiray. Waad is qori kartaa mar kale.
mail_subject = { $service }: ma kuu sheegnaa wixii dhacay?
mail_hello = Salaan,
mail_asked = qof ayaa ka codsaday { $service } inay cinwaankan u soo qorto marka wax isbeddelaan sababtoo ah waxa dadku sheegeen. Waxaan rajaynaynaa inaad adigu ahayd.
mail_open = Haddii aad taas rabto, fur xiriiriyahan oo riix badhanka:
mail_not_you = Haddii aadan adigu ahayn, waxba ha samayn: cinwaankan waxaan ku tirtiraynaa laba toddobaad gudahood.
mail_stop = Waad joojin kartaa markasta, oo cinwaankaaga waad tirtirsiin kartaa, halkan:

## Invitations by mail, and the pages behind their links

invited = Waa lagu martiqaaday. Linkigaagu wuxuu hubiyaa in qof waliba hal mar jawaabo. Cidna ma arki karto jawaabaha ay kuwaagu yihiin.
only_invited = Sahankan waxaa loogu talagalay dadka la martiqaaday
only_invited_advice = Linkiga ku jira iimaylkaaga ku fur qalabkan. Haddii aadan haysan, weydii adeegga muusikada.
invitation_used = Jawaabo ayaa hore loogu diray martiqaadkan
invitation_used_advice = Ama linkigu ma dhammaystirna. Martiqaad kasta hal mar ayuu tirsan yahay, markaa jawaabahan lama dirin. Haddii aan cidna ku jawaabin, mar kale fur linkiga iimaylka, ka dibna dir.
invite_subject = { $service } wuxuu ku weydiinayaa: { $title }
invite_reminds = dhowr maalmood ka hor ayaanu kuu soo qornay. Haddii aad hore u jawaabtay, mahadsanid: waxba uma baahnid inaad samayso.
invite_link = Halkan ka jawaab. Linkigu adiga oo keliya ayuu kuu yahay, hal marna wuu tirsan yahay, markaa fadlan ha u dirin cid kale:
invite_stop = Haddii aadan rabin in { $service } mar kale ku martiqaado, fur linkigan oo riix badhanka:
no_invitations = Ma doonaysaa inaan martiqaad dambe laguu soo dirin?
no_invitations_about = { $service } markaas wuxuu cinwaankaaga ka tirtiraa liisaskiisa, weligiisna mar dambe ma martiqaado.
stop_invitations = Martiqaad dambe maya
invitations_stopped = Martiqaad dambe ma heli doontid

## Going on later, at another pace, or on a shared tablet

stop_here = Kaydi oo halkan ku jooji
stop_here_hint = Waxaan ku siinaynaa lix eray. Waxaad ku sii wadi kartaa markale, qalab kasta.
your_words = Lixdaada eray
words_advice = Erayadan u qor sida ay isugu xigaan, ama boggan daabac. Qofka haya wuu akhrin karaa oo beddeli karaa jawaabahaaga.
words_where = Si aad markale u sii waddo, fur cinwaankan oo ku qor erayada:
words_until = Erayadu waxay shaqaynayaan ilaa { $date }.
words_here = Qalabkan jawaabahaaga waa laga akhrin karaa ilaa aad xirto biraawsarka.
leave_here = Waxba ha ku dayn qalabkan
left_here = Waxba kuma harin qalabkan
go_on_with_words = Ku sii wad lixdaada eray
words_hint = Erayadu waa Ingiriisi. Xarfaha waaweyn, hakadyada iyo bannaanku dhib ma leh.
six_words = Qor dhammaan lixda eray (halkan: { $were })
unknown_word = Erayadayada kuma jiro “{ $word }”. Mar kale eeg
no_such_words = Jawaabo kama helin erayadan. Eeg eray kasta iyo sida ay isugu xigaan. Waxaa laga yaabaa in jawaabaha horay loo diray ama la tirtiray
moved = Jawaabahaagu hadda waxay ku jiraan qalab kale
moved_advice = Qof ayaa halkaas kaga furay lixdaada eray. Si aad halkan uga sii waddo, qor erayada.
one_at_a_time = Hal su’aal markiiba
several_on_page = Dhowr su’aalood bog kasta
question_of = Su’aasha { $at } ee { $of }
question_or_fewer = Su’aasha { $at } ee ugu badnaan { $of }
receipt_where = Si aad rasiidkaaga mar kale u aragto, fur cinwaankan oo ku qor:
receipt_hint = Wuxuu leeyahay 26 xaraf iyo tiro. Bannaanka, xarriiqaha iyo xarfaha waaweyn dhib ma leh.
receipt_unread = Rasiidku wuxuu leeyahay 26 xaraf iyo tiro. Mar kale eeg
show_receipt = I tus rasiidkayga
no_receipt = Waxba kama helin rasiidkan
no_receipt_advice = Mar kale eeg. Haddii jawaabaha la saaray, waxba kuma harin oo la tuso.
results_after = Qorshahayagu wuxuu muujinayaa waxa aan ilaa hadda tirinnay. { $date } ka dib waxaa ku jira natiijada xog-ururintan, iyo waxa aan samayn doonno.
shared_tablet = Tablet la wadaago
shared_kept = Dad kale ayaa tabletkan isticmaala adiga ka dib. Wixii aadan dirin waxaa lagu tirtiraa saacad gudaheed.
note_receipt = Hadda qor, haddii laga yaabo inaad markale rabto in jawaabahaaga laga saaro. Marka aad dirto ka dib mar kale lama tuso: qofka ku xiga ayaa laga yaabaa inuu eegayo.
hand_on = Fadlan tabletka u dhiib qofka ku xiga.
next_person = Qofka ku xiga
still_there = Wali ma joogtaa?
still_there_advice = Haddii aan cidna badhan riixin hal daqiiqo gudaheed, waxaan tabletka u nadiifinaynaa qofka ku xiga. Markaas waxba lama diro.
still_here = Wali waan joogaa

## The front pages

tell_us = Muusig ilmo kasta: noo sheeg waxa caawin lahaa
choose_a_service = Adeegyada muusiga waxay weydiiyaan qoysaska iyo dhallinyarada, wayna u jawaabaan. Dooro kaaga.
no_service = Wali adeeg muusig ah halkan ma joogo.
have_your_say = Ra’yigaaga dhiibo
what_works = Qoysaska iyo dhallinyaradu waxay noo sheegaan waxa shaqeeya iyo waxa caqabad ah. Anaguna waan u jawaabnaa.
open_now = Hadda furan
none_open = Hadda waxba ma weydiinayno. Fadlan mar kale soo noqo.
what_we_do = Waxa aan samaynayno
plan_for_all = Qorshahayaga ku saabsan ka qaybgalka qof kasta
plan_says = Waxa aan ballanqaadnay, iyo halka aan marayno.
you_said = Waad sheegteen, waana samaynay
results_for_all = Waxa ay dadku noo sheegeen
for_whom = Waxaa loogu talagalay: { $people }.
people_join = { "; " }
all_parents = waalidiinta iyo daryeelayaasha, ilmahaagu muusig nala sameeyo ama yuusan samayn
parents_with_us = waalidiinta iyo daryeelayaasha carruurta muusiga nala sameeya
parents_not_with_us = waalidiinta iyo daryeelayaasha carruurta aan muusiga nala samayn
young_people = dhallinyarada
council_members = xubnaha golaha muusiga dhallinyarada
staff = dadka noo shaqeeya
partners = dugsiyada iyo la-hawlgalayaasha
everybody = qof kasta

## The whole survey at once: on one page, without a connection, on paper

other_ways = Siyaabo kale oo looga jawaabo
all_on_one_page = Dhammaan su’aalaha hal bog
on_paper = Warqad
pass_over = Su’aalaha qaarkood dadka qaarkiis oo keliya ayaa loogu talagalay: dusheeda ayaa ku qoran. Ka bood kuwa aan adiga kuu ahayn.
only_if = Kaliya haddii { $rule }
if_all = waxyaabahan oo dhan ay run yihiin: { $rules }
if_any = mid ka mid ah waxyaabahan uu run yahay: { $rules }
if_not = arrintani aysan run ahayn: { $rule }
if_answered = aad { $question } kaga jawaabtay { $answers }
if_not_answered = aadan { $question } kaga jawaabin { $answers }
if_dated = aad ka jawaabtay { $question }
if_date_from = jawaabta { $question } ay tahay { $date } ama ka dib
if_date_until = jawaabta { $question } ay tahay { $date } ama ka hor
if_date_between = jawaabta { $question } ay u dhexayso { $earliest } iyo { $latest }
if_people = aad ka mid tahay kuwan: { $people }
if_ages = da’daadu tahay { $ages }
age_under_9 = ka yar 9 sano
age_9_to_12 = 9 ilaa 12 sano
age_13_to_18 = 13 ilaa 18 sano
age_adult = ka weyn 18 sano
list_comma = { ", " }
list_or = { " ama " }
question_called = su’aasha “{ $text }”
question_numbered = su’aasha { $number }
question_row = { $question }, “{ $row }”
quoted = “{ $text }”
works_offline = Boggani wuxuu shaqeeyaa xiriir la’aan
works_offline_how = Nuqul boggan ah, oo aan jawaabahaaga lahayn, ayaa qalabkan ku jira ilaa aad ka dirto, ugu badnaan 14 maalmood. Haddii aad jawaabahaaga dirto iyada oo aan xiriir jirin, qalabkan ayay ku sugayaan, waxaana dirnaa markale.
forget_page = Nuqulka ka tirtir qalabkan
page_forgotten = Nuqulka waa la tirtiray.
device_has_news = Wax ayaa qalabkan kuugu jira: jawaabo sugaya in la diro, ama rasiid.
look_at_it = Eeg
on_device = Jawaabaha qalabkan ku jira
none_waiting = Qalabkan jawaabo kuma sugayaan.
waiting = Jawaabahaagu waxay ku sugayaan qalabkan
waiting_how = Weli lama dirin, maxaa yeelay xiriir ma jiro. Waxaan dirnaa marka qalabkani mar kale internet helo, ama marka aad bogagayada mid ka furto. Ilaa markaas qalabkan ayay ku jiraan. Haddii dad kale ay isticmaalaan, waad tirtiri kartaa.
try_now = Hadda isku day
still_waiting = Weli xiriir ma jiro. Jawaabahaagu way sugayaan.
delete_here = Ka tirtir qalabkan
sent_later = Jawaabahaaga waa la diray
sent_later_how = Annaga ayay noo kaydsan yihiin, qalabkanna kuma jiraan. Rasiidkan waxaad kaga saari kartaa jawaabahaaga. Qalabkan ayuu ku jiraa ilaa aad furto, ama aad tiraahdo waan qortay.
open_receipt = Fur rasiidkayga
to_change = Jawaabahaaga sida ay yihiin uma qaadan karin
to_change_how = Weli qalabkan oo keliya ayay ku jiraan, meel kale kuma jiraan. Eeg, beddel wixii la calaamadiyay, kadibna mar kale dir.
look_at_answers = Eeg jawaabahayga
closed_before = Xog-ururintu way xirantay ka hor inta aan jawaabahaagu iman
closed_before_how = Sidaas darteed lama tirin. Waan ka xunnahay. Hadda qalabkan waa laga tirtiray.
tick_one = Calaamadi hal sanduuq.
rank_by_number = Sanduuqa koowaad ku qor lambarka waxa aad ugu jeceshahay, kadibna kan ku xiga.
sheet_number = Lambarka warqadda (annaga ayaa qorayna):
no_name_on_paper = Magacaaga ha qorin. Annaga ayaa jawaabahaaga gelinna, weligeenna ma weydiinno cidda aad tahay.
destroyed_on = Marka aan jawaabahaaga gelinno, warqaddan waan burburinnaa: ugu dambayn { $date }.
not_taken_out = Waxa aad warqad ku jawaabto dib looma soo saari karo marka la geliyo oo la tiriyo. Ma naqaan jawaabaha kaaga ah.
numbers_for_us = Lambarrada iyo xarfaha yaryar ee sanduuqyada ag yaalla annaga ayaa leh.
hand_in_by = Warqaddan ku celi ilaa { $date } qofka ku siiyay.
hand_in_here = Ama halkan keen:
answer_online = Waxaad sidoo kale kaga jawaabi kartaa taleefan ama kombiyuutar:
scan_or_visit = Koodka taleefan ku sawir, ama tag:
qr_code = Koodhka QR ee cinwaanka { $address }
print_it = Si aad warqaddan u daabacdo, isticmaal “Print” ee browser-kaaga. Waxaa loo sameeyay A4.
normal_print = Far caadi ah
large_print = Far waaweyn

## When something does not work: what happened, and what to do

not_found = Boggaas ma helin
not_found_advice = Hubi cinwaanka, ama ku noqo meeshii aad ka timid.
refused = Taas ma akhrin karin
refused_advice = Dib u noqo, mar kale fur bogga oo halkaas ka jawaab.
too_large = Aad bay u dheerayd
too_large_advice = Dib u noqo, jawaabtaada gaabi oo mar kale dir.
closed = Xog-ururintan way xiran tahay
closed_advice = Waad ku mahadsan tahay inaad rabtay inaad jawaabto. Jawaabo dambe lama qaadayo.
no_draft = Jawaabahaaga halkan kuma haynno
no_draft_advice = Waxaa laga yaabaa inaad horay u dirtay, ama waqti badan baa ka soo wareegay. Haddii kale, xog-ururinta dib u bilow. Biraawsarkaagu waa inuu oggolaadaa kukiyada.
too_often = Dad aad u badan isku mar
too_often_advice = Dad badan baa ka yimid meesha aad joogto, laga yaabee dugsigaaga oo dhan. Wax aad dirtay oo lumay ma jiraan. Sug hal daqiiqo, kadibna dib u noqo oo mar kale isku day.
too_slow = Waqti badan bay qaadatay
too_slow_advice = Waxaa laga yaabaa in internetkaagu gaabis yahay. Wax aad hore u dirtay oo lumay ma jiraan. Dib u noqo oo mar kale dir.
not_now = Hadda taas ma samayn karin
not_now_advice = Wax aad hore u dirtay oo lumay ma jiraan. Sug hal daqiiqo, kadibna dib u noqo oo mar kale isku day.
our_fault = Wax baa naga khaldamay
our_fault_advice = Waa nala soo ogeysiiyay. Fadlan mar dambe isku day.
wrong_way = Taasi halkan kama shaqayso
wrong_way_advice = Dib u noqo oo si kale isku day.

## What we say about ourselves: accessibility and privacy

accessibility = Isticmaalka dadka oo dhan
privacy = Asturnaanta
rest_in_english = Inta kale ee boggan waxay ku qoran tahay Ingiriisi.
write_to_us = U qor
ask_the_service = Weydii adeegga muusiga ee su’aalaha ku weydiinaya.
everyone_can_use = Waxaan rabnaa in qof kastaa isticmaali karo boggaggan: kiiboodh, akhriye shaashad, xarfo waaweyn, ama telefoon duug ah.
not_tested_yet = Barnaamijyo ayaa hubiyay boggaggan. Weli qof naafo ah nooma tijaabin, markaa wax baa naga gefi karay.
tell_what_keeps_you_out = Noo sheeg waxa ku hor istaagay
say_what_happened = Sheeg bogga uu ahaa iyo waxa dhacay. Waan kuu jawaabi doonnaa oo waxaan sheegi doonnaa waxaan qaban karno.
told_title = Waxa ku dhaca waxaad noo sheegto
told_no_name = Magacaaga ma weydiinno.
told_leave_out = Su’aalaha waad ka boodi kartaa. Kuwa yar ee jawaab u baahan way ku qoran tahay.
told_stop = Goor kasta waad joojin kartaa, oo waad tirtiri kartaa wixii aad qortay.
told_together = Jawaabaha oo dhan waan isku geynaa. Weligeen ma tusno waxa hal qof yiri.
told_postcode = Haddii aad na siiso koodhkaaga boostada, waxaan haynaa oo keliya aagga ku wareegsan, koodhkana waan tuurnaa.
told_code = Dhammaadka waxaad helaysaa koodh. Waxaad ku saari kartaa jawaabahaaga ilaa xog-ururintu ka xirmayso.
told_plan = Dabadeed waxaan sheegnaa waxaan qaban doonno. Waxaad ka akhrisan kartaa qorshahayaga.
told_care = Naftaada ilaali
told_no_details = Fadlan jawaabahaaga ha ku qorin magacyo, lambarro telefoon ama cinwaanno.
told_worried = Wax ma ku walwal geliyaan? U sheeg qof weyn oo aad ku kalsoon tahay, ama wac Childline: 0800 1111. Waa bilaash. Ma arki karno cidda noo qortay, markaa annagu kuma caawin karno.
told_ask = Ma rabtaa inaad wax weydiiso?

## What answers count towards

counts = Waxa jawaabahaagu wax u taraan
counts_how = Halkan waxaa ku qoran su’aal kasta, iyo qaybta qorshahayaga ee jawaabaheedu naga caawiyaan inaan qiimeyno. Weligayo qof keliya ma muujinno.
counts_others = Su’aalaha kale
counts_nowhere = Tiro qorshahayaga ka mid ah kuma salaysna kuwan. Jawaabahooda waxaan u akhrinaa isku mar, si aan kuwa kale u fahanno:
counts_apart = Jawaabahan waxaan ka sooc u haynaa kuwa kale. Waxay na tusaan codadka aan maqalno iyo kuwa naga maqan.
see_counts = Eeg waxa jawaabahaagu wax u taraan

## The same in easy words: short sentences of one idea each, for Easy Read and for children under 13

may_leave_out_easy = Su’aalaha waad ka boodi kartaa. Su’aasha jawaab u baahan way ku qoran tahay.
groups_only_easy = Waxaan tusnaa tirooyin toban qof ama ka badan ah. Weligeen ma tusno waxa hal qof yidhi.
stop_here_easy = Hadda jooji oo mar kale sii wad
stop_here_hint_easy = Waxaad helaysaa lix eray. Mar kale ayaad ku sii wadi kartaa.
kept_until_easy = Jawaabahaaga waxaan haynaa ilaa { $date }. Mar kale ayaad qalabkan ku sii wadi kartaa.
delete_typed_easy = Tirtir jawaabahayga
failed_advice_easy = Jawaabahaagu wali halkan ayay ku yaalliin. Sug hal daqiiqo. Kadib mar kale riix badhanka.
goes_alone_easy = Jawaab aad calaamadisay waa inay keligeed ahaato. Ka qaad calaamadda, ama kuwa kale ka qaad
answered_and_not_easy = Jawaab waad bixisay. Haddana waxaad tidhi ma rabo inaan jawaabo. Mid ka reeb labada
words_advice_easy = Erayadan qoro. Ama boggan daabac. Erayada ilaali: qofka haya wuu akhrin karaa oo beddeli karaa jawaabahaaga.
words_here_easy = Dadka qalabkan adeegsada adiga kadib way akhrin karaan jawaabahaaga. Xidh biraawsarka si aanay u dhicin.
not_sent_yet_easy = Wali ma tirinno jawaabahaaga. Riix badhanka dhammaadka si aad u dirto.
apart_means_easy = Tani waa dhammaan bogagga kan la midka ah. Waxa aad halkan sheegto waan tirinnaa. Waxaan ka fogaynaa jawaabahaaga kale. Erayada iyo tirooyinka aad halkan ku qorto ma hayno. Marka aad dirto kadib ma heli karno mana tirtiri karno.
receipt_way_out_easy = Ma naqaan cidda aad tahay. Ma rabtaa inaan tirtirno jawaabahaaga? Waxaad u baahan tahay koodhkan. Qoro, ama boggan daabac. Wuu shaqaynayaa ilaa { $date }.
receipt_where_easy = Ma rabtaa inaad boggan mar kale aragto? Fur cinwaankan. Ku qor koodhkaaga:
we_count_easy = Waxaan tirinnaa dhammaan jawaabaha. Weligeen ma tusno waxa hal qof yidhi.
results_after_easy = Waad akhrin kartaa qorshahayaga. Wuxuu sheegayaa waxa aan ilaa hadda naqaan. { $date } ka dib wuxuu sheegayaa waxa aan ogaannay iyo waxa aan samayn doonno.

## A form that comes once more, answers that are not for their writer, and numbers

keeps_copy = Si uu xiriir la’aan ugu shaqeeyo, boggani wuxuu qalabkan kaga tegi karaa nuqul isaga ah, oo aan jawaabahaaga lahayn.
about_copy = Sida nuqulka loo tirtiro
noted = Waan qortay
sent_before = Foomkan hore ayaa loo diray
sent_before_how = Sidaas darteed ma kaydin waxa hoos ku qoran. Ma qof kale ayaa leh, mise waad saartay jawaabihii hore? Markaas mar kale riix badhanka dhammaadka: waa la tirinayaa. Ma rabtaa inaad beddesho wixii aad dirtay? Markaas marka hore ku saar rasiidkiisa.
sent_before_here = Jawaabo kale oo foomkan ah ayaa noo kaydsan. Kuwani weli qalabkan oo keliya ayay ku jiraan, meel kale kuma jiraan. Ma qof kale ayaa leh? Markaas dir: iyagana waa la tirinayaa. Haddii kale, tirtir.
send_too = Kuwanna dir
not_for_you = Waad ka jawaabtay kan, laakiin jawaabahaaga kale siday yihiin adiga kuuma aha. Beddel kuwaas, ama kan ka tag
leave_out = Ka tag wixii aan aniga ii ahayn, oo dir
two_numbers = Tan waxaan u akhrin karnaa { $thousands } ama { $fraction }. Qor tirada aad ula jeeddo
