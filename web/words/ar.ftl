# Arabic. A draft made by a machine, not yet confirmed by a native speaker: pages in it say so, and the English counts.
# To confirm it, see CONTRIBUTING.md ("Confirming a language"); then `confirmed` becomes `yes`.

confirmed = no
draft_note = هذه ترجمة آلية لم يراجعها بعد متحدث أصلي بالعربية. وحيث تختلف عن النص الإنجليزي، فالعبرة بالنص الإنجليزي.
language_name = العربية
languages = اللغات
in_english = (بالإنجليزية)
date =
    { $day } { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    } { $year }
month =
    { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    } { $year }

## The frame of every page

skip = انتقل إلى الجزء الرئيسي
error = خطأ:
made_with = صُنعت هذه الصفحة بواسطة Heard: استبيانات نرد عليكم بعدها.
our_plan = خطتنا
for_staff = للموظفين

## Questions

problem = هناك ما يحتاج إلى تصحيح
why = لماذا نسأل:
must = (يحتاج إلى إجابة)
rather_not = أفضّل عدم الإجابة
yes = نعم
no = لا
tick_all = ضع علامة على كل ما ينطبق.
tick_up_to =
    { $at_most ->
        [zero] لا تضع أي علامة.
        [one] ضع علامة واحدة على الأكثر.
        [two] ضع علامتين على الأكثر.
        [few] ضع { $at_most } علامات على الأكثر.
        [many] ضع { $at_most } علامة على الأكثر.
       *[other] ضع { $at_most } علامة على الأكثر.
    }
number_from = رقم من { $min } إلى { $max }.
not_understood = لا أفهم هذا السؤال
say_what = اكتب ما هو
day_box = اليوم
month_box = الشهر
year_box = السنة
first_place = المفضل لديك
pick_in_order = اختر ما تفضله أكثر، ثم ما يليه.
one_for_each = اختر إجابة واحدة لكل منها.
such_as = مثلًا: { $example }.
pick = اختر واحدًا
next_place = رقم { $place }
not_answered = بلا إجابة
change = تغيير

## Answers that have to be changed. Each is followed by the question, so it has no full stop.

choose_an_answer = اختر إجابة
write_a_number = اكتب رقمًا
write_an_answer = اكتب إجابة
write_your_postcode = اكتب رمزك البريدي
not_offered = اختر من الإجابات الموجودة في هذه الصفحة
one_only = أعطِ إجابة واحدة فقط
too_many =
    { $at_most ->
        [zero] وضعت علامات كثيرة. لا تترك أي علامة
        [one] وضعت علامات كثيرة. اترك علامة واحدة على الأكثر
        [two] وضعت علامات كثيرة. اترك علامتين على الأكثر
        [few] وضعت علامات كثيرة. اترك { $at_most } علامات على الأكثر
        [many] وضعت علامات كثيرة. اترك { $at_most } علامة على الأكثر
       *[other] وضعت علامات كثيرة. اترك { $at_most } علامة على الأكثر
    }
goes_alone = إحدى الإجابات التي اخترتها لا تجتمع مع غيرها. أزل علامتها، أو أزل علامات البقية
in_figures = اكتب رقمًا بالأرقام، مثل 2
whole_number = اكتب عددًا صحيحًا، مثل 2
out_of_range = اكتب رقمًا من { $min } إلى { $max }
too_long =
    { $were ->
        [zero] اجعل النص أقصر. ليس فيه أي حرف، والمساحة تتسع لـ { $at_most }
        [one] اجعل النص أقصر. فيه حرف واحد، والمساحة تتسع لـ { $at_most }
        [two] اجعل النص أقصر. فيه حرفان، والمساحة تتسع لـ { $at_most }
        [few] اجعل النص أقصر. فيه { $were } أحرف، والمساحة تتسع لـ { $at_most }
        [many] اجعل النص أقصر. فيه { $were } حرفًا، والمساحة تتسع لـ { $at_most }
       *[other] اجعل النص أقصر. فيه { $were } حرف، والمساحة تتسع لـ { $at_most }
    }
full_postcode = اكتب رمزًا بريديًا كاملًا، مثل SG1 2AB، أو اتركه فارغًا
unknown_postcode = لا نعرف هذا الرمز البريدي. تحقق منه، أو اتركه فارغًا
answered_and_not = أجبت واخترت أيضًا عدم الإجابة. اترك واحدًا من الاثنين
other_unsaid = قل في كلمات قليلة ما تقصده
other_not_chosen = كتبت كلامًا بجانب إجابة لم تخترها. اخترها، أو احذف الكلام
write_a_date = اكتب تاريخًا
write_the_day = اكتب اليوم أيضًا
write_the_month = اكتب الشهر أيضًا
write_the_year = اكتب السنة أيضًا
day_in_figures = اكتب اليوم رقمًا من 1 إلى 31
month_in_figures = اكتب الشهر رقمًا من 1 إلى 12 أو بالكلمات
year_in_figures = اكتب السنة بأربعة أرقام، مثل 2019
no_such_day = لا يوجد يوم كهذا. تحقق منه
put_in_order = اختر الأول على الأقل
all_rows = اختر إجابة في كل سطر
tick_to_agree = ضع علامة في المربع إذا كنت توافق. لا يمكنك المتابعة بدونها
date_from = اكتب تاريخًا لا يسبق هذا: { $earliest }
date_until = اكتب تاريخًا لا يأتي بعد هذا: { $latest }
date_between = اكتب تاريخًا بين هذين: { $earliest } – { $latest }
ranked_twice = في رقم { $place } شيء اخترته من قبل. اختر غيره
rank_gap = رقم { $place } فارغ، وما بعده ليس فارغًا. املأه، أو أفرغ ما بعده

## Before a survey begins

takes_minutes =
    { $minutes ->
        [zero] يستغرق أقل من دقيقة.
        [one] يستغرق نحو دقيقة واحدة.
        [two] يستغرق نحو دقيقتين.
        [few] يستغرق نحو { $minutes } دقائق.
        [many] يستغرق نحو { $minutes } دقيقة.
       *[other] يستغرق نحو { $minutes } دقيقة.
    }
never_who = لا نسأل أبدًا من أنت.
may_leave_out = يمكنك ترك أي سؤال ليست عليه علامة.
groups_only = نعرض النتائج لمجموعات من عشرة أشخاص أو أكثر، ولا نعرضها أبدًا لشخص واحد.
open_until = الاستبيان مفتوح حتى { $date }.
start = ابدأ
begun_already = لقد بدأت من قبل
go_on = أكمل من حيث توقفت

## On the way

back = رجوع
part = الجزء { $at } من { $of }
part_or_fewer = الجزء { $at } من { $of } على الأكثر
save = احفظ وتابع
kept_until = نحتفظ بإجاباتك على خادمنا حتى { $date }، لكي تتمكن من المتابعة لاحقًا على هذا الجهاز.
closes_on = يُغلق الاستبيان في { $date }.
delete_typed = احذف ما كتبته
deleted = حُذفت إجاباتك
deleted_all = لم يبقَ على خادمنا شيء مما كتبته.
thank_for_time = شكرًا على وقتك.
may_begin_again = إذا أردت أن تخبرنا بعد ذلك، يمكنك أن تبدأ من جديد حتى { $date }.
begin_again = ابدأ من جديد
failed = لم نتمكن من الحفظ الآن
failed_advice = ما زالت إجاباتك في هذه الصفحة. انتظر دقيقة، ثم اضغط الزر مرة أخرى.

## Before and after sending

check_answers = راجع إجاباتك
not_sent_yet = لن يُرسل شيء حتى تضغط الزر في النهاية.
send = أرسل إجاباتي
outside_england = مكان خارج إنجلترا
only_the_place = (نحتفظ بهذا فقط، وليس برمزك البريدي)
thank_you = شكرًا
heard = شكرًا لك. لقد سمعنا صوتك.
saved_on = إجاباتك بتاريخ { $date } محفوظة.
receipt = إيصالك
receipt_way_out = نحن لا نعرف من أنت. إذا أردت سحب إجاباتك، فهذه الصفحة هي الطريقة الوحيدة. وهي تعمل حتى يُغلق الاستبيان في { $date }. احتفظ بعنوانها أو اطبعها.
take_out = اسحب إجاباتي
too_late_to_take_out = أُغلق الاستبيان، فلم يعد من الممكن سحب الإجابات.
what_next = ماذا يحدث بعد ذلك
we_count = نعدّ الإجابات ولا نُظهر أبدًا شخصًا بمفرده.
in_the_plan = تظهر النتائج في خطتنا، مع ما سنفعله.
see_the_plan = اطلع على خطتنا
all_surveys = كل الاستبيانات
taken_out = سُحبت إجاباتك
taken_out_how = لقد حُذفت. وستخرج من النتائج بعد أن تجيب الأسر الخمس التالية.
back_to_surveys = العودة إلى الاستبيانات

## The front pages

tell_us = الموسيقى لكل طفل: أخبرنا بما قد يساعد
choose_a_service = تسأل خدمات الموسيقى الأسر والشباب، ثم ترد عليهم. اختر خدمتك.
no_service = لا توجد هنا أي خدمة موسيقى بعد.
have_your_say = قل رأيك
what_works = يخبرنا الشباب والأسر بما ينجح وبما يقف في الطريق. ونحن نرد عليهم.
open_now = مفتوح الآن
none_open = لا نسأل عن شيء الآن. نرجو أن تعود لاحقًا.
what_we_do = ما الذي نفعله
plan_for_all = خطتنا لإشراك الجميع
plan_says = ما وعدنا به، وإلى أين وصلنا.
for_whom = لمن هذا: { $people }.
people_join = { "؛ " }
all_parents = الوالدان ومقدمو الرعاية، سواء كان طفلك يتعلم الموسيقى معنا أم لا
parents_with_us = والدا الأطفال الذين يتعلمون الموسيقى معنا ومقدمو رعايتهم
parents_not_with_us = والدا الأطفال الذين لا يتعلمون الموسيقى معنا ومقدمو رعايتهم
young_people = الشباب
council_members = أعضاء مجلس الشباب الموسيقي
staff = من يعملون معنا
partners = المدارس والشركاء
everybody = الجميع

## The whole survey at once: on one page, without a connection, on paper

other_ways = طرق أخرى للإجابة
all_on_one_page = كل الأسئلة في صفحة واحدة
on_paper = على الورق
pass_over = بعض الأسئلة لبعض الناس فقط، وهذا مكتوب فوقها. تجاوز ما ليس لك منها.
only_if = فقط إذا { $rule }
if_all = كان كل هذا صحيحًا: { $rules }
if_any = كان واحد من هذا صحيحًا: { $rules }
if_not = لم يكن هذا صحيحًا: { $rule }
if_answered = أجبت بـ { $answers } عن { $question }
if_not_answered = لم تجب بـ { $answers } عن { $question }
if_dated = أجبت عن { $question }
if_date_from = كانت إجابتك عن { $question } هي { $date } أو بعد ذلك
if_date_until = كانت إجابتك عن { $question } هي { $date } أو قبل ذلك
if_date_between = كانت إجابتك عن { $question } بين { $earliest } و{ $latest }
if_people = كنت واحدًا من هؤلاء: { $people }
if_ages = كان عمرك { $ages }
age_under_9 = أقل من 9 سنوات
age_9_to_12 = من 9 إلى 12 سنة
age_13_to_18 = من 13 إلى 18 سنة
age_adult = أكثر من 18 سنة
list_comma = { "، " }
list_or = { " أو " }
question_called = السؤال «{ $text }»
question_numbered = السؤال { $number }
question_row = { $question }، «{ $row }»
quoted = «{ $text }»
works_offline = تعمل هذه الصفحة دون اتصال
works_offline_how = توجد نسخة من هذه الصفحة، دون إجاباتك، على هذا الجهاز حتى ترسلها، لمدة 14 يومًا على الأكثر. إذا أرسلت إجاباتك دون اتصال، فستنتظر على هذا الجهاز ونرسلها لاحقًا.
forget_page = احذف النسخة من هذا الجهاز
page_forgotten = حُذفت النسخة.
device_has_news = يوجد شيء لك على هذا الجهاز: إجابات تنتظر الإرسال، أو إيصال.
look_at_it = اطلع عليه
on_device = الإجابات على هذا الجهاز
none_waiting = لا توجد إجابات تنتظر على هذا الجهاز.
waiting = إجاباتك تنتظر على هذا الجهاز
waiting_how = لم تُرسل بعد، لأنه لا يوجد اتصال. نرسلها عندما يتصل هذا الجهاز بالإنترنت من جديد، أو عندما تفتح عليه إحدى صفحاتنا. وهي على هذا الجهاز حتى ذلك الحين. إذا كان غيرك يستخدمه أيضًا، فيمكنك حذفها.
try_now = حاول الآن
still_waiting = لا يوجد اتصال بعد. إجاباتك تنتظر.
delete_here = احذفها من هذا الجهاز
sent_later = أُرسلت إجاباتك
sent_later_how = هي محفوظة لدينا، ولم تعد على هذا الجهاز. افتح إيصالك الآن: لا نعرض الطريق إليه إلا هذه المرة. بالإيصال يمكنك سحب إجاباتك.
open_receipt = افتح إيصالي
to_change = لم نتمكن من قبول إجاباتك كما هي
to_change_how = ما زالت على هذا الجهاز فقط، وليست في أي مكان آخر. اطلع عليها، وغيّر ما وُضعت عليه علامة، وأرسلها مرة أخرى.
look_at_answers = اطلع على إجاباتي
closed_before = أُغلق الاستبيان قبل أن تصل إجاباتك
closed_before_how = لذلك لا تُحتسب. نحن آسفون. وقد حُذفت الآن من هذا الجهاز.
tick_one = ضع علامة في مربع واحد.
rank_by_number = اكتب في المربع الأول رقم ما تفضله أكثر، ثم رقم ما يليه.
sheet_number = رقم الورقة (نكتبه نحن):
no_name_on_paper = لا تكتب اسمك. نحن نُدخل إجاباتك، ولا نسأل أبدًا من أنت.
numbers_for_us = الأرقام والحروف الصغيرة بجانب المربعات لنا نحن.
hand_in_by = أعد هذه الورقة حتى { $date } إلى من أعطاك إياها.
hand_in_here = أو أحضرها إلى هنا:
answer_online = يمكنك أيضًا الإجابة على هاتف أو حاسوب:
qr_code = رمز QR للعنوان { $address }
print_it = لطباعة هذه الورقة، استخدم «طباعة» في متصفحك. وهي مُعدّة لورق A4.
normal_print = خط عادي
large_print = خط كبير

## When something does not work: what happened, and what to do

not_found = لا نجد هذه الصفحة
not_found_advice = تحقق من العنوان، أو ارجع من حيث أتيت.
refused = لم نتمكن من قراءة ذلك
refused_advice = ارجع، وحمّل الصفحة مرة أخرى، وأجب هناك.
too_large = كان ذلك طويلًا جدًا
too_large_advice = ارجع، واجعل إجابتك أقصر، ثم أرسلها مرة أخرى.
closed = هذا الاستبيان مغلق
closed_advice = شكرًا على رغبتك في الإجابة. لم نعد نستقبل الإجابات.
no_draft = إجاباتك ليست لدينا هنا
no_draft_advice = ربما أرسلتها من قبل، أو مضى وقت طويل. وإلا، فابدأ الاستبيان من جديد. يجب أن يسمح متصفحك بملفات تعريف الارتباط (cookies).
too_often = عدد كبير من الناس في وقت واحد
too_often_advice = جاء كثيرون من مكانك، وربما مدرستك كلها. لم يضِع شيء مما أرسلته. انتظر دقيقة، ثم ارجع وحاول مرة أخرى.
too_slow = استغرق ذلك وقتًا طويلًا
too_slow_advice = قد يكون اتصالك بطيئًا. لم يضِع شيء مما أرسلته من قبل. ارجع وأرسله مرة أخرى.
not_now = لم نتمكن من ذلك الآن
not_now_advice = لم يضِع شيء مما أرسلته من قبل. انتظر دقيقة، ثم ارجع وحاول مرة أخرى.
our_fault = حدث خطأ من جانبنا
our_fault_advice = لقد أُبلغنا بذلك. نرجو أن تحاول مرة أخرى لاحقًا.
wrong_way = هذا لا يعمل هنا
wrong_way_advice = ارجع وجرّب طريقة أخرى.
