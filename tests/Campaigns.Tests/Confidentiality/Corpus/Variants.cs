using Campaigns.Confidentiality;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>The same data as keyboards, apps, clumsiness and filters make of them.</summary>
internal static partial class Variants
{
    // Glued to what stands beside it, as on a telephone's keyboard.
    private static readonly string[] Glue = ["({})", "\"{}\"", "‘{}’", "{}!!!", "…{}…", "*{}*", "{};", "👉{}👈", "[{}]", "📞{}", "{}👍", "<{}>", "~{}~", "{}...", "“{}”", "_{}_", "{}??"];

    public static IReadOnlyList<Form> Of(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.NhsNumber => [.. Numbers(HealthForms.Nhs[0], HealthForms.Nhs[1], "NHS", "nhs"), .. Loose(HealthValues.Nhs)],
        PersonalDataKind.ChiNumber => Numbers(HealthForms.Chi[1], HealthForms.Chi[0], "CHI", "chi"),
        PersonalDataKind.HealthAndCareNumber => Numbers(HealthForms.HealthAndCare[1], HealthForms.HealthAndCare[0], "HCN", "hcn"),
        PersonalDataKind.HospitalNumber => Hospital(),
        PersonalDataKind.NationalInsuranceNumber => NationalInsurance(),
        PersonalDataKind.Telephone => Telephone(),
        PersonalDataKind.Postcode => Postcode(),
        PersonalDataKind.Email => Email(),
        PersonalDataKind.DateOfBirth => DateOfBirth(),
        PersonalDataKind.StreetAddress => Street(),
        PersonalDataKind.VehicleRegistration => Vehicle(),
        PersonalDataKind.BankNumber => Bank(),
        PersonalDataKind.Handle => Handle(),
        _ => Name(),
    };

    /// <summary>What can be done to anything written in ASCII.</summary>
    private static IEnumerable<Form> Usual(Form form) =>
    [
        form.As("full-width", static (_, value) => Distort.FullWidth(value)),
        form.As("bold letters", static (_, value) => Distort.Styled(value)),
        form.As("invisible characters inside", Distort.WithInvisible),
        Glued(form),
        form.As("no-break spaces", static (random, value) => value.Replace(' ', random.Pick(['\u00A0', '\u2009', '\u202F']))),
    ];

    private static Form Glued(Form form) => form with { Name = "glued to punctuation", Carriers = [.. form.Carriers.Where(static carrier => !carrier.Contains('(') && !carrier.Contains('"')).SelectMany(carrier => Glue.Select(glue => carrier.Replace("{}", glue, StringComparison.Ordinal)))] };

    /// <summary>Ten digits with a label.</summary>
    private static IReadOnlyList<Form> Numbers(Form grouped, Form whole, string label, string parameter) =>
    [
        .. Usual(grouped),
        whole.As("digit by digit", static (random, value) => Distort.Spaced(value, random.Pick([" ", " ", "-", ".", "  "]))),
        grouped.As("other separators", static (random, value) => value.Replace(" ", random.Pick([".", "/", "_", " - ", "–", "  ", ",", " . "]), StringComparison.Ordinal)),
        whole.As("in words", Distort.Spoken),
        whole.As("keycaps", static (_, value) => Distort.Keycaps(value)),
        grouped.As("over line ends", Distort.OverLines),
        whole with { Name = "hashtag", Carriers = [$"#{label}{{}}", "#{}", $"my number #{label}number{{}}", $"#{label}No{{}} #GiveBlood", $"#{label}_{{}}"] },
        whole with
        {
            Name = "in a URL",
            Carriers = [$"https://booking.example/find?{parameter}={{}}", $"https://my.example.org/patient/{{}}/results", $"see https://portal.example/{parameter}/{{}}", $"www.portal.example/login?{parameter}number={{}}&next=/home", $"http://x.example/#{{}}", $"https://a.example/?q={parameter}%20{{}}"],
        },
        whole with { Name = "glued to its label", Carriers = [$"{label}{{}}", $"{label}no{{}}", $"{label}:{{}}", $"{parameter}no.{{}}", $"{parameter}number{{}}thanks", $"{label}#{{}}", $"{label}={{}}", $"{label}.{{}}"] },
        grouped with { Name = "lower or upper case", Carriers = [.. grouped.Carriers.Select(static carrier => carrier.ToLowerInvariant()), .. grouped.Carriers.Select(static carrier => carrier.ToUpperInvariant())] },
    ];

    private static IEnumerable<Form> Loose(Func<Random, string> ten) =>
    [
        new("no label, in groups, full-width", random => Distort.FullWidth(HealthValues.Grouped(ten(random))), HealthForms.TenLoose),
        new("no label, in groups, with dots", random => HealthValues.Grouped(ten(random), random.Pick([".", "-", "  ", "–"])), HealthForms.TenLoose),
        new("no label, invisible characters inside", (random) => Distort.WithInvisible(random, HealthValues.Grouped(ten(random))), HealthForms.TenLoose),
        new("no label, glued to text", ten, "number{}thanks", "ref{}", "no.{}", "its{}", "#{}"),
    ];

    private static IReadOnlyList<Form> Hospital()
    {
        var form = HealthForms.Hospital[0];
        return
        [
            .. Usual(form),
            form.As("lower case", static (_, value) => value.ToLowerInvariant()),
            form.As("digit by digit", static (random, value) => Distort.Spaced(value, random.Pick([" ", "-"]))),
            form.As("other separators", static (random, value) => value.Insert(value.Length / 2, random.Pick([" ", "-", ".", "/"]))),
            form.As("in words", Distort.Spoken),
            form.As("over line ends", Distort.OverLines),
            form with { Name = "label on the line before", Carriers = ["Hospital number:\n{}", "MRN\n{}", "hospital no\r\n{}", "Patient ID:\n{}"] },
            form with { Name = "hashtag", Carriers = ["#MRN{}", "#hospitalnumber{}", "#HospitalNo{}", "#PatientID{}"] },
            form with { Name = "in a URL", Carriers = ["https://portal.example/?mrn={}", "https://portal.example/results?hospitalnumber={}", "https://portal.example/patientid/{}", "https://portal.example/a?hospital_no={}&b=1", "www.portal.example/mrn/{}/letters"] },
            form with { Name = "glued to its label", Carriers = ["MRN{}", "MRN:{}", "hospitalnumber:{}", "hosp.no.{}", "hospno{}", "PatientID={}", "MRN#{}"] },
            form with { Name = "upper case", Carriers = [.. form.Carriers.Select(static carrier => carrier.ToUpperInvariant())] },
        ];
    }

    private static IReadOnlyList<Form> NationalInsurance()
    {
        var (whole, pairs) = (PaperForms.NationalInsurance[0], PaperForms.NationalInsurance[1]);
        return
        [
            .. Usual(pairs),
            .. Usual(whole),
            whole.As("lower case", static (_, value) => value.ToLowerInvariant()),
            pairs.As("lower case in pairs", static (_, value) => value.ToLowerInvariant()),
            whole.As("character by character", static (random, value) => Distort.Spaced(value, random.Pick([" ", " ", "-", "."]))),
            new Form("other groups", static random => PaperValues.NationalInsurance(random) is var value ? $"{value[..2]} {value[2..8]} {value[8..]}" : "", PaperForms.Insured),
            pairs.As("other separators", static (random, value) => value.Replace(" ", random.Pick(["-", ".", "/", "  ", "_"]), StringComparison.Ordinal)),
            Labelled(whole).As("in words", Distort.Spoken),
            Labelled(whole).As("spelled on the telephone", static (_, value) => Distort.Phonetic(value)),
            pairs.As("over line ends", Distort.OverLines),
            whole with { Name = "hashtag", Carriers = ["#{}", "#NI{}", "#NINO{}", "my number #{} #refund"] },
            whole with { Name = "in a URL", Carriers = ["https://gov.example/claim?nino={}", "https://gov.example/{}/refund", "www.gov.example/?ni={}&x=1", "https://gov.example/nino/{}"] },
            whole with { Name = "glued to text", Carriers = ["NINO:{}", "NI:{}", "ni={}", "NI no.{}", "{}/HC2", "nino{}"] },
        ];
    }

    /// <summary>Without the sentences that give no label.</summary>
    private static Form Labelled(Form form) => form with { Carriers = [.. form.Carriers.Where(static carrier => carrier != "{}" && !carrier.StartsWith("{}", StringComparison.Ordinal) && carrier != "({})")] };
}
