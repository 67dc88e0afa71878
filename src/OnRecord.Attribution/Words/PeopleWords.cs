namespace OnRecord.Attribution.Words;

/// <summary>Words for people: what they do, how they are addressed, what they are called.</summary>
internal static class PeopleWords
{
    public static readonly (Traits Traits, string Words)[] Lists =
    [
        (
            Traits.Title,
            "mr mr. mrs mrs. ms ms. dr dr. prof prof. sir lord lady dame rev rev. sen sen. rep rep. gov gov. gen gen. lt lt. col col. sgt sgt. capt capt. cmdr cmdr. maj maj. hon hon. cllr insp det supt dci dcs ds pc st. sheikh imam rabbi father brother sister pope king queen prince princess emir saint fr fr. det det. cpl cpl. pvt pvt. adm adm. ambassador"
        ),
        (
            Traits.Role,
            "president vice-president premier minister secretary undersecretary chancellor governor mayor senator congressman congresswoman representative deputy lawmaker legislator councillor councilor councilman councilwoman alderman mp mep commissioner ambassador envoy diplomat chief chairman chairwoman chairperson chair leader co-leader head boss"
        ),
        (
            Traits.Role,
            "director executive manager ceo cfo coo cto founder co-founder cofounder owner partner investor banker economist analyst strategist consultant adviser advisor aide assistant associate officer official commander general colonel captain major sergeant lieutenant admiral marshal soldier"
        ),
        (
            Traits.Role,
            "spokesman spokeswoman spokesperson spox professor scientist researcher scholar academic historian lecturer dean teacher principal superintendent student pupil author co-author coauthor writer novelist poet journalist reporter correspondent columnist editor blogger broadcaster anchor presenter photographer publisher"
        ),
        (
            Traits.Role,
            "attorney lawyer solicitor barrister prosecutor judge justice magistrate coroner sheriff detective inspector constable policeman policewoman trooper investigator witness suspect defendant plaintiff victim survivor"
        ),
        (
            Traits.Role,
            "doctor physician surgeon nurse paramedic psychiatrist psychologist epidemiologist virologist biologist chemist physicist engineer architect designer developer programmer technician pilot driver farmer fisherman worker employee carpenter electrician plumber baker butcher chef waiter"
        ),
        (
            Traits.Role,
            "coach player goalkeeper striker midfielder defender captain manager athlete swimmer runner cyclist boxer actor actress director producer singer musician artist painter sculptor comedian dancer composer conductor filmmaker"
        ),
        (
            Traits.Role,
            "activist campaigner organizer organiser volunteer member resident neighbor neighbour tenant landlord shopkeeper trader businessman businesswoman entrepreneur magnate philanthropist billionaire priest bishop archbishop cardinal pastor monk nun cleric"
        ),
        (
            Traits.Role,
            "mother father son daughter brother sister wife husband uncle aunt cousin grandmother grandfather widow widower friend colleague girlfriend boyfriend parent child man woman boy girl person teenager passerby bystander customer passenger tourist expert specialist critic supporter opponent candidate nominee whistleblower insider source informant curator librarian archivist firefighter ranger treasurer clerk registrar auditor accountant controller speaker whip ombudsman counsel"
        ),
        (
            Traits.People,
            "officials people witnesses residents neighbors neighbours locals villagers protesters demonstrators activists campaigners critics opponents supporters experts analysts economists scientists researchers scholars doctors nurses medics paramedics rescuers firefighters investigators prosecutors lawyers attorneys police authorities"
        ),
        (
            Traits.People,
            "sources insiders employees workers staff staffers executives managers leaders lawmakers legislators senators representatives members diplomats soldiers troops commanders officers aides advisers advisors spokespeople spokesmen teachers students parents families relatives friends colleagues women men children victims survivors passengers tourists customers"
        ),
        (
            Traits.People,
            "farmers fishermen voters republicans democrats conservatives liberals tories unions historians engineers organizers organisers volunteers reporters journalists users fans players coaches owners tenants landlords traders investors bankers observers commentators pundits environmentalists conservationists rebels militants astronomers biologists epidemiologists physicians psychologists detectives councillors councilors ministers judges jurors plaintiffs defendants drivers shopkeepers refugees migrants immigrants crowd audience public inmates prisoners pilots crew teens teenagers youths kids couples geologists meteorologists forecasters archaeologists those media"
        ),
    ];

    public const string MaleNames =
        "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george "
        + "edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis "
        + "jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse "
        + "dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny bill tom jim tim bob mike steve "
        + "dave dan ben sam matt chris nick tony greg jeff ken ron ted max leo luke oliver harry oscar simon martin graham ian neil colin stuart craig gordon malcolm nigel trevor clive barry boris "
        + "rishi keir jake elon bernie barack joe hans karl klaus jurgen jürgen wolfgang stefan friedrich otto emmanuel francois françois jean pierre jacques michel marcel luc carlos luis miguel pedro pablo diego "
        + "fernando jorge javier sergio marco mario giovanni giuseppe paolo luca antonio vladimir sergei sergey dmitry dmitri mikhail ivan nikolai alexei aleksandr yuri oleg igor viktor anatoly pavel volodymyr oleksandr "
        + "andriy mykola petro taras bohdan vitali vasyl ihor serhiy yevhen ahmed mohamed mohammed muhammad ali omar hassan hussein ibrahim khaled khalid mahmoud mustafa youssef abdullah tariq samir faisal karim imran "
        + "raj rajesh sanjay amit anil narendra rahul vijay suresh ravi wei jun jian xi kim min hiroshi kenji takashi shinzo fumio kwame kofi chinedu emeka olu nelson jacob cyril thabo desmond tendai abdul isaac abraham moshe "
        + "benny shimon yair ehud lars erik anders magnus bjorn nils olaf sven jan piotr andrzej tomasz marek jerzy zoltan viktor istvan gyorgy ferenc recep tayyip mehmet murat kemal enver burak felix hugo tobias julian marc "
        + "rafael marcus dominic damian elliot ezra hector howard irving ivor ernest francis franklin fred gavin geoffrey gilbert glen hank herbert herman hugh jared jamal kurt lloyd leonard marvin maurice norman owen percy preston quentin reginald rodney rupert seth sidney spencer stanley sterling todd toby victor warren wesley winston alistair angus callum declan eamon fergus gareth hamish kieran liam niall rhys rory";

    public const string FemaleNames =
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy "
        + "rebecca sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie "
        + "joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy "
        + "isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie jane kate anne claire lucy ellen sally rose ella chloe sophie zoe mia "
        + "nancy kamala hillary angela ursula christine yvette suella theresa priya priti liz nicola jacinda julia penny fiona gillian heidi ingrid astrid greta annalena sigrid elena olga irina natalia tatiana svetlana "
        + "anastasia ekaterina oksana olena yulia iryna natalya kateryna halyna larysa svitlana nadia fatima aisha leila layla zainab maryam amina noor hala samira rania yasmin priyanka indira sonia anjali deepa lakshmi "
        + "mei ling li-na yuki sakura naoko akiko min-ji sun-hee ngozi chioma amara adaeze wangari graca ana carmen lucia sofia valentina gabriela paula rosa isabel pilar dolores giulia francesca chiara federica colette amelie "
        + "simone brigitte sandrine camille agnes edith florence harriet imogen ivy josephine lydia mabel maude miriam molly nora phoebe sylvia tamara tina tracy vanessa vera wendy yvonne valeska sehar alia amneh caitlin siobhan niamh aoife eileen deirdre moira shauna bridget ingeborg gudrun ruta marta agnieszka ewa zofia katarzyna magdalena";
}
