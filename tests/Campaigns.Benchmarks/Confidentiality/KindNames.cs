using Campaigns.Confidentiality;

namespace Campaigns.Benchmarks.Confidentiality;

/// <summary>What evaluation files call the kinds of personal data: the engine's own names in any case, and what others call the same.</summary>
internal static class KindNames
{
    private static readonly Dictionary<string, PersonalDataKind> Kinds = Read();

    /// <summary>The kind that a file means, or null where it is none of the engine's.</summary>
    /// <param name="name">What the file calls it.</param>
    public static PersonalDataKind? Of(string name) =>
        Kinds.TryGetValue(new string([.. name.Where(char.IsAsciiLetter)]), out var kind) ? kind : null;

    private static Dictionary<string, PersonalDataKind> Read()
    {
        var kinds = new Dictionary<string, PersonalDataKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            kinds[$"{kind}"] = kind;
        }

        Add(PersonalDataKind.NhsNumber, "nhs nhsno");
        Add(PersonalDataKind.ChiNumber, "chi");
        Add(PersonalDataKind.HealthAndCareNumber, "hcn hscn hscnumber healthandcare hcnumber");
        Add(PersonalDataKind.HospitalNumber, "hospital mrn hospitalid patientid patientnumber");
        Add(PersonalDataKind.NationalInsuranceNumber, "nino ni ninumber nationalinsurance");
        Add(PersonalDataKind.Telephone, "phone tel telephonenumber phonenumber mobile mobilenumber");
        Add(PersonalDataKind.Postcode, "postalcode zip zipcode");
        Add(PersonalDataKind.Email, "emailaddress mail");
        Add(PersonalDataKind.DateOfBirth, "dob birthdate birthday dateofbirths");
        Add(PersonalDataKind.StreetAddress, "address street postaladdress");
        Add(PersonalDataKind.VehicleRegistration, "vehicle vehiclereg registration numberplate vrm vrn plate");
        Add(PersonalDataKind.BankNumber, "bank bankaccount account accountnumber sortcode card cardnumber creditcard iban");
        Add(PersonalDataKind.Handle, "username user socialhandle profile screenname");
        Add(PersonalDataKind.Name, "person personname fullname names");
        return kinds;

        void Add(PersonalDataKind kind, string others)
        {
            foreach (var other in others.Split(' '))
            {
                kinds[other] = kind;
            }
        }
    }
}
