using Campaigns.Confidentiality;

namespace Campaigns.Tests.Confidentiality.Corpus;

/// <summary>
/// Labelled posts, made by rule from published facts: what each kind of number is made of, and how people in the UK write it. It shares neither code
/// nor patterns with what finds personal data, and names no real person. The same seed gives the same posts.
/// </summary>
internal static class PersonalDataCorpus
{
    public static IReadOnlyList<PersonalDataKind> Kinds { get; } = Enum.GetValues<PersonalDataKind>();

    /// <summary>The ways in which people ordinarily write a kind of datum.</summary>
    public static IReadOnlyList<Form> CanonicalForms(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.NhsNumber => HealthForms.Nhs,
        PersonalDataKind.ChiNumber => HealthForms.Chi,
        PersonalDataKind.HealthAndCareNumber => HealthForms.HealthAndCare,
        PersonalDataKind.HospitalNumber => HealthForms.Hospital,
        PersonalDataKind.NationalInsuranceNumber => PaperForms.NationalInsurance,
        PersonalDataKind.Telephone => ContactForms.Telephone,
        PersonalDataKind.Postcode => PaperForms.Postcode,
        PersonalDataKind.Email => ContactForms.Email,
        PersonalDataKind.DateOfBirth => PaperForms.DateOfBirth,
        PersonalDataKind.StreetAddress => PaperForms.Street,
        PersonalDataKind.VehicleRegistration => PaperForms.Vehicle,
        PersonalDataKind.BankNumber => PaperForms.Bank,
        PersonalDataKind.Handle => ContactForms.Handle,
        PersonalDataKind.Name => ContactForms.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No form of it is known here."),
    };

    /// <summary>What becomes of a kind of datum by accident or to get it past a filter.</summary>
    public static IReadOnlyList<Form> VariantForms(PersonalDataKind kind) => Variants.Of(kind);

    /// <summary>Posts with one datum as people ordinarily write it.</summary>
    public static IEnumerable<(LabelledText Text, string Form)> Canonical(PersonalDataKind kind, int count, int seed) => Written(CanonicalForms(kind), kind, count, seed);

    /// <summary>Posts with one datum that is distorted, every form as often.</summary>
    public static IEnumerable<(LabelledText Text, string Form)> Distorted(PersonalDataKind kind, int count, int seed) => Written(VariantForms(kind), kind, count, seed);

    /// <summary>Posts with numbers, names of things and capitals that identify nobody.</summary>
    public static IEnumerable<LabelledText> Innocent(int count, int seed)
    {
        var random = new Random(seed);
        for (var made = 0; made < count; made++)
        {
            yield return Negatives.Write(random);
        }
    }

    /// <summary>Everything that a seed gives: canonical and distorted posts of each kind, and half as many innocent ones as all of them.</summary>
    /// <param name="each">How many canonical, and how many distorted posts of each kind.</param>
    /// <param name="seed">The seed.</param>
    public static IEnumerable<LabelledText> All(int each, int seed) =>
        Kinds.SelectMany(kind => Canonical(kind, each, seed).Concat(Distorted(kind, each, seed))).Select(static post => post.Text).Concat(Innocent(Kinds.Count * each, seed));

    private static IEnumerable<(LabelledText Text, string Form)> Written(IReadOnlyList<Form> forms, PersonalDataKind kind, int count, int seed)
    {
        var random = new Random(unchecked((seed * 397) ^ (int)kind));
        for (var made = 0; made < count; made++)
        {
            var form = forms[made % forms.Count];
            yield return (form.Write(random, kind), form.Name);
        }
    }
}
