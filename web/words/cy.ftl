# Welsh. A draft made by a machine, not yet confirmed by a native speaker: pages in it say so, and the English counts.
# To confirm it, see CONTRIBUTING.md ("Confirming a language"); then `confirmed` becomes `yes`.

confirmed = no
draft_note = Peiriant a wnaeth y cyfieithiad hwn, ac nid oes siaradwr Cymraeg wedi ei wirio eto. Lle mae’n wahanol i’r Saesneg, y Saesneg sy’n cyfrif.
language_name = Cymraeg
languages = Ieithoedd
in_english = (yn Saesneg)
date =
    { $day } { $month ->
        [1] Ionawr
        [2] Chwefror
        [3] Mawrth
        [4] Ebrill
        [5] Mai
        [6] Mehefin
        [7] Gorffennaf
        [8] Awst
        [9] Medi
        [10] Hydref
        [11] Tachwedd
       *[12] Rhagfyr
    } { $year }
month =
    { $month ->
        [1] Ionawr
        [2] Chwefror
        [3] Mawrth
        [4] Ebrill
        [5] Mai
        [6] Mehefin
        [7] Gorffennaf
        [8] Awst
        [9] Medi
        [10] Hydref
        [11] Tachwedd
       *[12] Rhagfyr
    } { $year }

## The frame of every page

skip = Neidio i’r brif ran
error = Gwall:
made_with = Gwnaed gyda Heard: arolygon sy’n cael ateb yn ôl.
our_plan = Ein cynllun
council_decisions = Beth benderfynodd pobl ifanc, a’n hatebion
for_staff = I staff

## Questions

problem = Mae rhywbeth i’w gywiro
why = Pam rydym yn gofyn:
must = (angen ateb)
rather_not = Mae’n well gen i beidio â dweud
yes = Ie
no = Na
tick_all = Ticiwch bopeth sy’n gywir.
tick_up_to =
    { $at_most ->
        [zero] Peidiwch â thicio dim.
        [one] Ticiwch un ar y mwyaf.
        [two] Ticiwch ddau ar y mwyaf.
        [few] Ticiwch dri ar y mwyaf.
        [many] Ticiwch chwech ar y mwyaf.
       *[other] Ticiwch { $at_most } ar y mwyaf.
    }
number_from = Rhif o { $min } i { $max }.
not_understood = Nid wyf yn deall y cwestiwn hwn
say_what = Dywedwch beth ydyw
day_box = Diwrnod
month_box = Mis
year_box = Blwyddyn
first_place = Eich ffefryn
pick_in_order = Dewiswch yr un gorau gennych, yna’r nesaf.
one_for_each = Dewiswch un ateb ar gyfer pob un.
such_as = Er enghraifft { $example }.
pick = Dewiswch un
next_place = Rhif { $place }
not_answered = Heb ei ateb
change = Newid

## Answers that have to be changed. Each is followed by the question, so it has no full stop.

choose_an_answer = Dewiswch ateb
write_a_number = Ysgrifennwch rif
write_an_answer = Ysgrifennwch ateb
write_your_postcode = Ysgrifennwch eich cod post
not_offered = Dewiswch o’r atebion ar y dudalen hon
one_only = Rhowch un ateb yn unig
too_many =
    { $at_most ->
        [zero] Rydych wedi ticio gormod. Peidiwch â chadw dim
        [one] Rydych wedi ticio gormod. Cadwch un ar y mwyaf
        [two] Rydych wedi ticio gormod. Cadwch ddau ar y mwyaf
        [few] Rydych wedi ticio gormod. Cadwch dri ar y mwyaf
        [many] Rydych wedi ticio gormod. Cadwch chwech ar y mwyaf
       *[other] Rydych wedi ticio gormod. Cadwch { $at_most } ar y mwyaf
    }
goes_alone = Mae un o’r atebion a diciwyd gennych yn gorfod sefyll ar ei ben ei hun. Dad-diciwch hwnnw, neu dad-diciwch y lleill
in_figures = Ysgrifennwch rif mewn ffigurau, fel 2
whole_number = Ysgrifennwch rif cyfan, fel 2
out_of_range = Ysgrifennwch rif o { $min } i { $max }
too_long =
    { $were ->
        [zero] Gwnewch hwn yn fyrrach. Mae ynddo { $were } nod, ac mae lle i { $at_most }
        [one] Gwnewch hwn yn fyrrach. Mae ynddo { $were } nod, ac mae lle i { $at_most }
        [two] Gwnewch hwn yn fyrrach. Mae ynddo { $were } nod, ac mae lle i { $at_most }
        [few] Gwnewch hwn yn fyrrach. Mae ynddo { $were } nod, ac mae lle i { $at_most }
        [many] Gwnewch hwn yn fyrrach. Mae ynddo { $were } nod, ac mae lle i { $at_most }
       *[other] Gwnewch hwn yn fyrrach. Mae ynddo { $were } o nodau, ac mae lle i { $at_most }
    }
full_postcode = Ysgrifennwch god post llawn, fel SG1 2AB, neu gadewch hwn yn wag
unknown_postcode = Nid ydym yn adnabod y cod post hwn. Edrychwch arno eto, neu gadewch hwn yn wag
answered_and_not = Rydych wedi ateb, a hefyd wedi dewis peidio ag ateb. Cadwch un o’r ddau
other_unsaid = Dywedwch mewn ychydig eiriau beth rydych yn ei olygu
other_not_chosen = Rydych wedi ysgrifennu geiriau wrth ateb sydd heb ei ddewis. Dewiswch ef, neu tynnwch y geiriau
write_a_date = Ysgrifennwch ddyddiad
write_the_day = Ysgrifennwch y diwrnod hefyd
write_the_month = Ysgrifennwch y mis hefyd
write_the_year = Ysgrifennwch y flwyddyn hefyd
day_in_figures = Ysgrifennwch y diwrnod fel rhif o 1 i 31
month_in_figures = Ysgrifennwch y mis fel rhif o 1 i 12, neu fel gair
year_in_figures = Ysgrifennwch y flwyddyn gyda phedwar ffigur, fel 2019
no_such_day = Nid oes diwrnod o’r fath. Edrychwch arno eto
put_in_order = Dewiswch yr un cyntaf o leiaf
all_rows = Dewiswch ateb ym mhob llinell
tick_to_agree = Ticiwch y blwch os ydych yn cytuno. Ni allwch fynd ymlaen hebddo
date_from = Ysgrifennwch ddyddiad nad yw cyn hwn: { $earliest }
date_until = Ysgrifennwch ddyddiad nad yw ar ôl hwn: { $latest }
date_between = Ysgrifennwch ddyddiad rhwng y ddau hyn: { $earliest } – { $latest }
ranked_twice = Yn rhif { $place } mae rhywbeth a ddewiswyd gennych o’r blaen. Dewiswch un arall
rank_gap = Mae rhif { $place } yn wag, ac un wedyn heb fod. Llenwch ef, neu gwagiwch yr un wedyn

## Easy Read and reading aloud

ways = Sut i ddarllen y dudalen hon
easy_read = Hawdd ei Ddeall
easy_read_off = Diffodd Hawdd ei Ddeall
read_aloud = Darllen yn uchel
read_aloud_off = Diffodd darllen yn uchel
listen = Gwrando
stop_listening = Stopio
no_voice = Does gan y ddyfais hon ddim llais ar gyfer yr iaith hon, felly ni all ddarllen y dudalen hon yn uchel.
no_voice_for_part = Mae rhai geiriau yma mewn iaith nad oes gan y ddyfais hon lais ar ei chyfer. Mae’n eu gadael allan.
cannot_read_aloud = Ni all y porwr hwn ddarllen yn uchel yma.

## Before a survey begins

takes_minutes =
    { $minutes ->
        [zero] Mae’n cymryd llai na munud.
        [one] Mae’n cymryd tuag { $minutes } funud.
        [two] Mae’n cymryd tua { $minutes } funud.
        [few] Mae’n cymryd tua { $minutes } munud.
        [many] Mae’n cymryd tua { $minutes } munud.
       *[other] Mae’n cymryd tua { $minutes } munud.
    }
never_who = Nid ydym byth yn gofyn pwy ydych chi.
may_leave_out = Gallwch adael allan unrhyw gwestiwn sydd heb ei farcio.
groups_only = Dangosir ffigurau ar gyfer grwpiau o ddeg o bobl neu fwy, byth ar gyfer un person.
open_until = Mae ar agor tan { $date }.
treated = Sut rydym yn trin eich atebion
asked_by_task = Rydym yn gofyn am mai cerddoriaeth i bob plentyn yw ein gwaith. Tasg gyhoeddus yw enw’r gyfraith ar hyn.
asked_by_interest = Rydym yn gofyn am fod gennym reswm teg: gwella cerddoriaeth i bawb. Buddiannau dilys yw enw’r gyfraith ar hyn.
asked_by_consent = Rydym yn defnyddio eich atebion am eich bod yn cytuno i hynny wrth eu hanfon.
about_you_by_law = Rydym yn gofyn amdanoch chi, er enghraifft eich grŵp ethnig neu eich crefydd, am fod y gyfraith yn gadael inni wirio bod pawb yn cael eu trin yn deg.
about_you_by_consent = Rydym yn defnyddio’r hyn a ddywedwch amdanoch eich hun, er enghraifft eich grŵp ethnig neu eich crefydd, am eich bod yn cytuno i hynny wrth ateb.
deleted_on = Byddwn yn dileu eich atebion ar { $date }. Mae’r ffigurau a wnaed ohonynt yn aros.
about_you_deleted_on = Byddwn yn dileu’r hyn a ddywedoch amdanoch eich hun ar { $date }.
ask_us = Cwestiynau? Gofynnwch i ni: { $contact }
start = Dechrau
begun_already = Rydych wedi dechrau yn barod
go_on = Mynd ymlaen o’r lle y gwnaethoch stopio

## On the way

back = Yn ôl
part = Rhan { $at } o { $of }
part_or_fewer = Rhan { $at } o { $of } neu lai
save = Cadw a mynd ymlaen
kept_until = Rydym yn cadw eich atebion ar ein gweinydd tan { $date }, er mwyn i chi allu mynd ymlaen yn nes ymlaen ar y ddyfais hon.
closes_on = Mae’r arolwg yn cau ar { $date }.
delete_typed = Dileu’r hyn rwyf wedi ei deipio
delete_sure = Dileu’r hyn rydych wedi ei deipio?
cannot_be_undone = Ni ellir dadwneud hyn.
keep_answers = Cadw fy atebion
place_kept = Rydym wedi cadw ardal y cod post a roesoch, a dim mwy ohono. Gadewch y blwch yn wag i’w chadw, neu ticiwch “{ $rather_not }” i’w thynnu.
deleted = Mae eich atebion wedi eu dileu
deleted_all = Nid oes dim o’r hyn a deipiwyd gennych ar ein gweinydd.
thank_for_time = Diolch am eich amser.
may_begin_again = Os hoffech ddweud wrthym wedi’r cyfan, gallwch ddechrau eto tan { $date }.
begin_again = Dechrau eto
failed = Ni allem gadw hwn nawr
failed_advice = Mae eich atebion ar y dudalen hon o hyd. Arhoswch funud, yna pwyswch y botwm eto.

## Before and after sending

check_answers = Edrychwch dros eich atebion
not_sent_yet = Nid oes dim yn cael ei anfon nes i chi bwyso’r botwm ar y diwedd.
send = Anfon fy atebion
outside_england = Lle y tu allan i Loegr
only_the_place = (dim ond hyn rydym yn ei gadw, nid eich cod post)
thank_you = Diolch
heard = Diolch. Rydym wedi eich clywed.
saved_on = Mae eich atebion o { $date } wedi eu cadw.
receipt = Eich derbynneb
receipt_way_out = Nid ydym yn gwybod pwy ydych chi. Os ydych am dynnu eich atebion yn ôl, y dderbynneb hon yw’r unig ffordd. Mae’n gweithio nes i’r arolwg gau ar { $date }. Ysgrifennwch hi, neu argraffwch y dudalen hon.
take_out = Tynnu fy atebion yn ôl
take_out_sure = Tynnu eich atebion yn ôl?
too_late_to_take_out = Mae’r arolwg wedi cau, felly ni ellir tynnu atebion yn ôl mwyach.
what_next = Beth sy’n digwydd nesaf
we_count = Rydym yn cyfrif yr atebion a byth yn dangos un person.
see_the_plan = Gweld ein cynllun
taken_out = Mae eich atebion wedi eu tynnu’n ôl
taken_out_how = Maent wedi eu dileu. Byddant yn gadael y ffigurau pan fydd y pum teulu nesaf wedi ateb.
back_to_surveys = Yn ôl at yr arolygon

## What must not be joined: being counted apart, the prize draw, being told what happened

apart = Cyfrwch fi, ond peidiwch â chysylltu hyn â’m hatebion eraill
apart_means = Mae hyn yn wir am bob tudalen fel hon. Caiff yr hyn a ddywedwch yma ei gyfrif fesul darn, ei gymysgu â’r hyn y mae eraill yn ei ddweud, a’i gadw ar wahân i’ch atebion eraill. Nid ydym yn cadw geiriau na rhifau yr ydych yn eu hysgrifennu yma. Ar ôl ei anfon, ni allwn ei dynnu’n ôl: ni wyddom pa ran sydd gennych chi.
if_you_like = Os hoffech chi
page_of_its_own = Mae pob un o’r rhain ar dudalen ar wahân, fel na all neb ei gysylltu â’ch atebion.
enter_draw = Rhoi cynnig ar y raffl
draw_for_all = Gall unrhyw un roi cynnig arni unwaith, wedi ateb neu beidio. Ni all neb gysylltu eich cynnig ag atebion.
draw_rules = Y rheolau
draw_kept = Rydym yn cloi eich cyfeiriad neu’ch rhif tan y raffl, ac nid ydym yn ei ddefnyddio at ddim arall. Byddwn yn ei ddileu erbyn { $date } fan bellaf.
email_or_telephone = Eich cyfeiriad e-bost neu’ch rhif ffôn
write_contact = Ysgrifennwch gyfeiriad e-bost, fel ann@example.org, neu rif ffôn sy’n dechrau â 0 neu +
in_the_draw = Rydych chi yn y raffl
draw_next = Caiff yr enillydd ei dynnu ar ôl i’r arolwg gau ar { $date }. Os chi yw’r enillydd, byddwn yn ysgrifennu atoch neu’n eich ffonio. Os na chlywch ddim, rhywun arall sydd wedi ennill.
draw_over = Mae’r raffl wedi cau
draw_over_advice = Nid yw’n derbyn mwy o gynigion.
ask_a_grown_up = Ydych chi o dan 13 oed? Gofynnwch i oedolyn yr ydych yn ymddiried ynddo wneud hyn ar eich rhan, â’i gyfeiriad ei hun.
wait_here = Mae’r hyn a deipioch ar y dudalen hon o hyd. Arhoswch funud, yna pwyswch y botwm eto.
tell_me = Dywedwch wrthyf beth ddigwyddodd
tell_me_short = Byddwn yn ysgrifennu atoch pan fydd rhywbeth wedi newid oherwydd yr hyn a ddywedodd pobl.
tell_me_about = Bydd { $service } yn ysgrifennu atoch pan fydd rhywbeth wedi newid oherwydd yr hyn a ddywedodd pobl.
tell_me_kept = Rydym yn cloi eich cyfeiriad ar wahân i bob ateb, fel na all neb gysylltu’r ddau. Mae dolen ym mhob neges sy’n atal y negeseuon ac yn dileu eich cyfeiriad.
your_email = Eich cyfeiriad e-bost
write_email = Ysgrifennwch gyfeiriad e-bost, fel ann@example.org
look_at_mail = Edrychwch ar eich e-bost
look_at_mail_advice = Rydym wedi anfon dolen atoch. Agorwch hi a phwyswch y botwm: dim ond wedyn y byddwn yn ysgrifennu atoch. Os na wnewch, byddwn yn dileu eich cyfeiriad o fewn pythefnos.
no_mail_advice = Dim wedi cyrraedd ar ôl rhai munudau? Edrychwch ymhlith y negeseuon sothach. Os yw eich cyfeiriad ar ein rhestr yn barod, nid ydym yn anfon dim.
write_to_me = Ie, ysgrifennwch ataf
we_will_write = Diolch. Byddwn yn ysgrifennu atoch.
stop_writing = Ydych chi am i ni beidio ag ysgrifennu?
stop_about = Yna byddwn yn dileu eich cyfeiriad ac ni fyddwn yn ysgrifennu atoch mwyach.
delete_address = Dileu fy nghyfeiriad
address_deleted = Mae eich cyfeiriad wedi ei ddileu
address_deleted_advice = Ni fyddwn yn ysgrifennu atoch mwyach. Gallwch gofrestru eto pryd bynnag y mynnwch.
link_is_over = Nid yw’r ddolen hon yn gweithio mwyach
link_is_over_advice = Roedd yn rhy bell yn ôl, neu mae eich cyfeiriad wedi ei ddileu. Gallwch gofrestru eto.
mail_subject = A ddylai { $service } ddweud wrthych beth ddigwyddodd?
mail_hello = Helo,
mail_asked = gofynnodd rhywun i { $service } ysgrifennu at y cyfeiriad hwn pan fydd rhywbeth wedi newid oherwydd yr hyn a ddywedodd pobl. Gobeithiwn mai chi oedd hwnnw.
mail_open = Os ydych am hynny, agorwch y ddolen hon a phwyswch y botwm:
mail_not_you = Os nad chi oedd, peidiwch â gwneud dim: byddwn yn dileu’r cyfeiriad hwn o fewn pythefnos.
mail_stop = Gallwch ei atal unrhyw bryd, a chael dileu eich cyfeiriad, yma:

## Invitations by mail, and the pages behind their links

invited = Cawsoch eich gwahodd. Mae eich dolen yn sicrhau bod pob un yn ateb unwaith. Ni all neb weld pa atebion yw eich rhai chi.
only_invited = Mae’r arolwg hwn ar gyfer pobl a gafodd wahoddiad
only_invited_advice = Agorwch y ddolen yn eich e-bost ar y ddyfais hon. Os nad oes un gennych, gofynnwch i’r gwasanaeth cerdd.
invitation_used = Anfonwyd atebion eisoes gyda’r gwahoddiad hwn
invitation_used_advice = Neu nid yw ei ddolen yn gyfan. Mae pob gwahoddiad yn cyfrif unwaith, felly ni anfonwyd yr atebion hyn. Os nad oes neb wedi ateb gydag ef, agorwch y ddolen yn eich e-bost eto, yna anfonwch.
invite_subject = Mae { $service } yn gofyn i chi: { $title }
invite_reminds = ysgrifennom atoch rai dyddiau’n ôl. Os ydych eisoes wedi ateb, diolch: nid oes angen gwneud dim.
invite_link = Atebwch yma. I chi yn unig mae’r ddolen ac mae’n cyfrif unwaith, felly peidiwch â’i rhannu:
invite_stop = Os nad ydych am i { $service } eich gwahodd eto, agorwch y ddolen hon a phwyswch y botwm:
no_invitations = Ydych chi am beidio â chael rhagor o wahoddiadau?
no_invitations_about = Bydd { $service } wedyn yn dileu eich cyfeiriad o’i restrau, ac ni fydd byth yn ei wahodd eto.
stop_invitations = Dim rhagor o wahoddiadau
invitations_stopped = Ni chewch ragor o wahoddiadau

## Going on later, at another pace, or on a shared tablet

stop_here = Cadw a stopio yma
stop_here_hint = Rydym yn rhoi chwe gair i chi. Gyda nhw gallwch fynd ymlaen yn nes ymlaen, ar unrhyw ddyfais.
your_words = Eich chwe gair
words_advice = Ysgrifennwch y geiriau hyn yn eu trefn, neu argraffwch y dudalen hon. Gall pwy bynnag sydd â nhw ddarllen a newid eich atebion.
words_where = I fynd ymlaen yn nes ymlaen, agorwch y cyfeiriad hwn a theipiwch y geiriau:
words_until = Mae’r geiriau’n gweithio tan { $date }.
words_here = Ar y ddyfais hon gellir darllen eich atebion nes i chi gau’r porwr.
leave_here = Gadael dim byd ar y ddyfais hon
left_here = Nid oes dim byd ar ôl ar y ddyfais hon
go_on_with_words = Mynd ymlaen gyda’ch chwe gair
words_hint = Geiriau Saesneg ydyn nhw. Nid yw priflythrennau, atalnodau na bylchau o bwys.
six_words = Ysgrifennwch y chwe gair i gyd (yma: { $were })
unknown_word = Nid yw “{ $word }” yn un o’n geiriau ni. Edrychwch arno eto
no_such_words = Nid ydym yn dod o hyd i atebion gyda’r geiriau hyn. Edrychwch ar bob gair ac ar eu trefn. Efallai fod yr atebion wedi eu hanfon neu eu dileu yn barod
moved = Mae eich atebion ar ddyfais arall nawr
moved_advice = Agorodd rhywun nhw yno gyda’ch chwe gair. I fynd ymlaen yma, teipiwch y geiriau.
one_at_a_time = Un cwestiwn ar y tro
several_on_page = Sawl cwestiwn ar dudalen
question_of = Cwestiwn { $at } o { $of }
question_or_fewer = Cwestiwn { $at } o { $of } neu lai
receipt_where = I weld eich derbynneb eto, agorwch y cyfeiriad hwn a’i theipio:
receipt_hint = Mae ganddi 26 o lythrennau a ffigurau. Nid yw bylchau, llinellau na phriflythrennau o bwys.
receipt_unread = Mae gan dderbynneb 26 o lythrennau a ffigurau. Edrychwch arni eto
show_receipt = Dangos fy nerbynneb
no_receipt = Nid ydym yn dod o hyd i ddim gyda’r dderbynneb hon
no_receipt_advice = Edrychwch arni eto. Os tynnwyd yr atebion yn ôl, nid oes dim ar ôl i’w ddangos.
results_after = Mae ein cynllun yn dangos yr hyn a gyfrifwyd hyd yma. Ar ôl { $date } bydd canlyniadau’r arolwg hwn ynddo, gyda’r hyn y byddwn yn ei wneud.
shared_tablet = Llechen a rennir
shared_kept = Bydd pobl eraill yn defnyddio’r llechen hon ar eich ôl chi. Caiff yr hyn nad ydych yn ei anfon ei ddileu o fewn awr.
note_receipt = Ysgrifennwch hi nawr, os efallai y byddwch am dynnu eich atebion yn ôl yn nes ymlaen. Ar ôl i chi anfon, ni chaiff ei dangos eto: gallai’r person nesaf fod yn edrych.
hand_on = Rhowch y llechen i’r person nesaf, os gwelwch yn dda.
next_person = Person nesaf
still_there = Ydych chi yno o hyd?
still_there_advice = Os na fydd neb yn pwyso botwm o fewn munud, byddwn yn clirio’r llechen ar gyfer y person nesaf. Ni chaiff dim ei anfon wedyn.
still_here = Rwyf yma o hyd

## The front pages

tell_us = Cerddoriaeth i bob plentyn: dywedwch wrthym beth fyddai’n helpu
choose_a_service = Mae gwasanaethau cerdd yn gofyn i deuluoedd a phobl ifanc, ac yn ateb yn ôl. Dewiswch eich un chi.
no_service = Nid oes gwasanaeth cerdd yma eto.
have_your_say = Dywedwch eich dweud
what_works = Mae teuluoedd a phobl ifanc yn dweud wrthym beth sy’n gweithio a beth sy’n rhwystr. Rydym ni’n ateb yn ôl.
open_now = Ar agor nawr
none_open = Nid ydym yn gofyn dim ar hyn o bryd. Dewch yn ôl eto.
what_we_do = Beth rydym yn ei wneud
plan_for_all = Ein cynllun i gynnwys pawb
plan_says = Beth wnaethom addo, a pha mor bell rydym wedi cyrraedd.
you_said = Fe ddywedoch chi, fe wnaethon ni
results_for_all = Beth ddywedodd pobl wrthym
for_whom = Ar gyfer: { $people }.
people_join = { "; " }
all_parents = rhieni a gofalwyr, p’un a yw eich plentyn yn gwneud cerddoriaeth gyda ni ai peidio
parents_with_us = rhieni a gofalwyr plant sy’n gwneud cerddoriaeth gyda ni
parents_not_with_us = rhieni a gofalwyr plant nad ydynt yn gwneud cerddoriaeth gyda ni
young_people = pobl ifanc
council_members = aelodau’r cyngor cerdd ieuenctid
staff = pobl sy’n gweithio i ni
partners = ysgolion a phartneriaid
everybody = pawb

## The whole survey at once: on one page, without a connection, on paper

other_ways = Ffyrdd eraill o ateb
all_on_one_page = Yr holl gwestiynau ar un dudalen
on_paper = Ar bapur
pass_over = Mae rhai cwestiynau i rai pobl yn unig: mae’n dweud hynny uwch eu pennau. Ewch heibio i’r rhai nad ydynt i chi.
only_if = Dim ond os { $rule }
if_all = yw pob un o’r rhain yn wir: { $rules }
if_any = yw un o’r rhain yn wir: { $rules }
if_not = nad yw hyn yn wir: { $rule }
if_answered = ateboch chi { $answers } i { $question }
if_not_answered = nad ateboch chi { $answers } i { $question }
if_dated = ateboch chi { $question }
if_date_from = { $date } neu’n hwyrach yw eich ateb i { $question }
if_date_until = { $date } neu’n gynharach yw eich ateb i { $question }
if_date_between = rhwng { $earliest } a { $latest } y mae eich ateb i { $question }
if_people = ydych chi’n un o’r rhain: { $people }
if_ages = yw eich oedran yn { $ages }
age_under_9 = dan 9
age_9_to_12 = 9 i 12
age_13_to_18 = 13 i 18
age_adult = dros 18
list_comma = { ", " }
list_or = { " neu " }
question_called = “{ $text }”
question_numbered = gwestiwn { $number }
question_row = { $question }, “{ $row }”
quoted = “{ $text }”
works_offline = Mae’r dudalen hon yn gweithio heb gysylltiad
works_offline_how = Mae copi o’r dudalen hon, heb eich atebion, ar y ddyfais hon nes i chi ei hanfon, am 14 diwrnod ar y mwyaf. Os byddwch yn anfon eich atebion heb gysylltiad, byddant yn aros ar y ddyfais hon, a byddwn yn eu hanfon yn nes ymlaen.
forget_page = Dileu’r copi o’r ddyfais hon
page_forgotten = Mae’r copi wedi ei ddileu.
device_has_news = Mae rhywbeth i chi ar y ddyfais hon: atebion sy’n aros i gael eu hanfon, neu dderbynneb.
look_at_it = Edrych arno
on_device = Atebion ar y ddyfais hon
none_waiting = Nid oes atebion yn aros ar y ddyfais hon.
waiting = Mae eich atebion yn aros ar y ddyfais hon
waiting_how = Nid ydynt wedi eu hanfon eto, am nad oes cysylltiad. Byddwn yn eu hanfon pan fydd y ddyfais hon ar-lein eto, neu pan fyddwch yn agor un o’n tudalennau arni y tro nesaf. Byddant ar y ddyfais hon tan hynny. Os oes eraill yn ei defnyddio hefyd, gallwch eu dileu.
try_now = Rhoi cynnig arni nawr
still_waiting = Nid oes cysylltiad o hyd. Mae eich atebion yn aros.
delete_here = Eu dileu o’r ddyfais hon
sent_later = Mae eich atebion wedi eu hanfon
sent_later_how = Maent wedi eu cadw gyda ni, ac nid ydynt ar y ddyfais hon mwyach. Gyda’r dderbynneb hon gallwch dynnu eich atebion yn ôl. Mae’n aros ar y ddyfais hon nes i chi ei hagor, neu ddweud eich bod wedi ei nodi.
open_receipt = Agor fy nerbynneb
to_change = Ni allem gymryd eich atebion fel y maent
to_change_how = Maent yn dal ar y ddyfais hon, ac yn unman arall. Edrychwch arnynt, newidiwch yr hyn sydd wedi ei farcio, a’u hanfon eto.
look_at_answers = Edrych ar fy atebion
closed_before = Caeodd yr arolwg cyn i’ch atebion gyrraedd
closed_before_how = Felly nid ydynt yn cyfrif. Mae’n ddrwg gennym. Maent wedi eu dileu o’r ddyfais hon nawr.
tick_one = Ticiwch un blwch.
rank_by_number = Ysgrifennwch rif yr hyn sydd orau gennych yn y blwch cyntaf, yna’r nesaf.
sheet_number = Rhif y daflen (ni fydd yn llenwi hwn):
no_name_on_paper = Peidiwch ag ysgrifennu eich enw. Rydym yn teipio eich atebion i mewn, a byth yn gofyn pwy ydych chi.
destroyed_on = Ar ôl teipio eich atebion, rydym yn dinistrio’r daflen hon: erbyn { $date } fan bellaf.
not_taken_out = Ni ellir tynnu’n ôl yr hyn a atebwch ar bapur ar ôl ei deipio a’i gyfrif. Ni wyddom pa atebion yw eich rhai chi.
numbers_for_us = I ni y mae’r rhifau a’r llythrennau bach wrth y blychau.
hand_in_by = Rhowch hwn yn ôl erbyn { $date } i’r sawl a’i rhoddodd i chi.
hand_in_here = Neu dewch ag ef yma:
answer_online = Gallwch ateb ar ffôn neu gyfrifiadur hefyd:
scan_or_visit = Sganiwch y cod â ffôn, neu ewch i:
qr_code = Cod QR y cyfeiriad { $address }
print_it = I argraffu’r daflen hon, defnyddiwch “Argraffu” yn eich porwr. Mae wedi ei gwneud ar gyfer A4.
normal_print = Print arferol
large_print = Print bras

## When something does not work: what happened, and what to do

not_found = Ni allwn ddod o hyd i’r dudalen honno
not_found_advice = Gwiriwch y cyfeiriad, neu ewch yn ôl i’r lle y daethoch ohono.
refused = Ni allem ddarllen hwnnw
refused_advice = Ewch yn ôl, llwythwch y dudalen eto ac atebwch yno.
too_large = Roedd hwnnw’n rhy hir
too_large_advice = Ewch yn ôl, gwnewch eich ateb yn fyrrach a’i anfon eto.
closed = Mae’r arolwg hwn wedi cau
closed_advice = Diolch am fod eisiau ateb. Nid yw’n derbyn mwy o atebion.
no_draft = Nid yw eich atebion gennym yma
no_draft_advice = Efallai eich bod wedi eu hanfon yn barod, neu ei bod yn rhy hir yn ôl. Os nad ydych, dechreuwch yr arolwg eto. Rhaid i’ch porwr ganiatáu cwcis.
too_often = Gormod o bobl ar unwaith
too_often_advice = Mae llawer wedi dod o’r lle rydych chi, efallai eich ysgol gyfan. Nid oes dim a anfonwyd gennych wedi ei golli. Arhoswch funud, yna ewch yn ôl a rhowch gynnig arall arni.
too_slow = Cymerodd hynny ormod o amser
too_slow_advice = Efallai bod eich cysylltiad yn araf. Nid oes dim a anfonwyd gennych o’r blaen wedi ei golli. Ewch yn ôl a’i anfon eto.
not_now = Ni allem wneud hynny nawr
not_now_advice = Nid oes dim a anfonwyd gennych o’r blaen wedi ei golli. Arhoswch funud, yna ewch yn ôl a rhowch gynnig arall arni.
our_fault = Aeth rhywbeth o’i le ar ein hochr ni
our_fault_advice = Rydym wedi cael gwybod. Rhowch gynnig arall arni yn nes ymlaen.
wrong_way = Nid yw hynny’n gweithio yma
wrong_way_advice = Ewch yn ôl a rhowch gynnig ar ffordd arall.

## What we say about ourselves: accessibility and privacy

accessibility = Hygyrchedd
privacy = Preifatrwydd
rest_in_english = Mae gweddill y dudalen hon yn Saesneg.
write_to_us = Ysgrifennwch at
ask_the_service = Gofynnwch i’r gwasanaeth cerdd sy’n gofyn y cwestiynau i chi.
everyone_can_use = Rydym am i bawb allu defnyddio’r tudalennau hyn: gyda bysellfwrdd, gyda darllenydd sgrin, gyda llythrennau mawr, ar hen ffôn.
not_tested_yet = Mae rhaglenni wedi gwirio’r tudalennau hyn. Nid oes unrhyw berson anabl wedi eu profi i ni eto, felly efallai ein bod wedi methu rhywbeth.
tell_what_keeps_you_out = Dywedwch wrthym beth sy’n eich rhwystro
say_what_happened = Dywedwch pa dudalen oedd hi a beth ddigwyddodd. Byddwn yn ateb ac yn dweud beth allwn ni ei wneud.
told_title = Beth sy’n digwydd i’r hyn rydych yn ei ddweud wrthym
told_no_name = Nid ydym yn gofyn eich enw.
told_leave_out = Gallwch adael cwestiynau allan. Mae’r ychydig rai sydd angen ateb yn dweud hynny.
told_stop = Gallwch stopio unrhyw bryd, a dileu’r hyn rydych wedi ei deipio.
told_together = Rydym yn rhoi’r atebion i gyd at ei gilydd. Nid ydym byth yn dangos beth ddywedodd un person.
told_postcode = Os rhowch eich cod post i ni, dim ond yr ardal o’i gwmpas rydym yn ei chadw, ac yn taflu’r cod post.
told_code = Ar y diwedd cewch god. Gyda hwn gallwch dynnu eich atebion yn ôl, nes i’r arolwg gau.
told_plan = Yna rydym yn dweud beth wnawn ni. Gallwch ei ddarllen yn ein cynllun.
told_care = Gofalwch amdanoch eich hun
told_no_details = Peidiwch ag ysgrifennu enwau, rhifau ffôn na chyfeiriadau yn eich atebion.
told_worried = Oes rhywbeth yn eich poeni? Dywedwch wrth oedolyn rydych yn ymddiried ynddo, neu ffoniwch Childline ar 0800 1111. Mae am ddim. Ni allwn weld pwy ysgrifennodd atom, felly ni allwn eich helpu ein hunain.
told_ask = Ydych chi am ofyn rhywbeth?

## What answers count towards

counts = At beth mae eich atebion yn cyfrif
counts_how = Dyma bob cwestiwn, gyda’r rhan o’n cynllun y mae ei atebion yn helpu i’w barnu. Dydyn ni byth yn dangos un person ar ei ben ei hun.
counts_others = Y cwestiynau eraill
counts_nowhere = Nid oes unrhyw ffigur yn ein cynllun yn dibynnu ar y rhain. Rydyn ni’n darllen yr atebion gyda’i gilydd, er mwyn deall y lleill:
counts_apart = Rydyn ni’n cadw’r atebion hyn ar wahân i’r lleill. Maen nhw’n dangos i ni leisiau pwy rydyn ni’n eu clywed, a lleisiau pwy sydd ar goll.
see_counts = Gweld at beth mae eich atebion yn cyfrif

## The same in easy words: short sentences of one idea each, for Easy Read and for children under 13

may_leave_out_easy = Gallwch adael cwestiynau allan. Mae cwestiwn sydd angen ateb yn dweud hynny.
groups_only_easy = Rydym yn dangos rhifau ar gyfer deg o bobl neu fwy. Nid ydym byth yn dangos beth ddywedodd un person.
stop_here_easy = Stopio nawr a mynd ymlaen wedyn
stop_here_hint_easy = Rydych yn cael chwe gair. Gyda nhw gallwch fynd ymlaen wedyn.
kept_until_easy = Rydym yn cadw eich atebion tan { $date }. Gallwch fynd ymlaen wedyn ar y ddyfais hon.
delete_typed_easy = Dileu fy atebion
failed_advice_easy = Mae eich atebion yma o hyd. Arhoswch un funud. Yna pwyswch y botwm eto.
goes_alone_easy = Mae un ateb a diciwyd gennych yn gorfod bod ar ei ben ei hun. Dad-diciwch ef, neu dad-diciwch y lleill
answered_and_not_easy = Rydych wedi rhoi ateb. Rydych hefyd wedi dweud nad ydych am ateb. Cadwch un o’r ddau
words_advice_easy = Ysgrifennwch y geiriau hyn. Neu argraffwch y dudalen hon. Cadwch y geiriau’n ddiogel: gyda nhw, gall pobl ddarllen a newid eich atebion.
words_here_easy = Gall pobl sy’n defnyddio’r ddyfais hon ar eich ôl ddarllen eich atebion. Caewch y porwr i atal hyn.
not_sent_yet_easy = Nid ydym yn cyfrif eich atebion eto. Pwyswch y botwm ar y diwedd i’w hanfon.
apart_means_easy = Mae hyn ar gyfer pob tudalen fel hon. Rydym yn cyfrif yr hyn rydych yn ei ddweud yma. Rydym yn ei gadw ar wahân i’ch atebion eraill. Nid ydym yn cadw geiriau na rhifau rydych yn eu hysgrifennu yma. Ar ôl i chi ei anfon, ni allwn ei ganfod a’i ddileu.
receipt_way_out_easy = Nid ydym yn gwybod pwy ydych chi. Ydych chi am i ni ddileu eich atebion? Bydd angen y cod hwn arnoch. Ysgrifennwch ef, neu argraffwch y dudalen hon. Mae’n gweithio tan { $date }.
receipt_where_easy = Ydych chi am weld y dudalen hon eto? Ewch i’r cyfeiriad hwn. Teipiwch eich cod:
we_count_easy = Rydym yn cyfrif yr holl atebion. Nid ydym byth yn dangos beth ddywedodd un person.
results_after_easy = Gallwch ddarllen ein cynllun. Mae’n dweud beth rydym yn ei wybod hyd yma. Ar ôl { $date } bydd yn dweud beth wnaethom ei ddysgu, a beth fyddwn yn ei wneud.

## A form that comes once more, answers that are not for their writer, and numbers

keeps_copy = Er mwyn iddi weithio heb gysylltiad, gall y dudalen hon adael copi ohoni ei hun ar y ddyfais hon, heb eich atebion.
about_copy = Sut i ddileu’r copi
noted = Rwyf wedi ei nodi
sent_before = Mae’r ffurflen hon wedi ei hanfon yn barod
sent_before_how = Felly nid ydym wedi cadw’r hyn sydd isod. Ai gan rywun arall y mae, neu a wnaethoch chi dynnu’r atebion cyntaf yn ôl? Yna pwyswch y botwm ar y diwedd eto: bydd yn cyfrif. Ydych chi am newid yr hyn a anfonoch? Yna tynnwch hwnnw yn ôl yn gyntaf, gyda’i dderbynneb.
sent_before_here = Mae atebion eraill o’r ffurflen hon wedi eu cadw gyda ni. Mae’r rhain yn dal ar y ddyfais hon, ac yn unman arall. Ai gan rywun arall y maent? Yna anfonwch nhw: byddant yn cyfrif hefyd. Os nad ydynt, dilëwch nhw.
send_too = Anfon y rhain hefyd
not_for_you = Rydych wedi ateb hwn, ond yn ôl eich atebion eraill nid yw i chi. Newidiwch y rheini, neu gadewch hwn allan
leave_out = Gadael allan yr hyn nad yw i mi, ac anfon
two_numbers = Gallwn ddarllen hwn fel { $thousands } neu fel { $fraction }. Ysgrifennwch yr un yr ydych yn ei olygu
