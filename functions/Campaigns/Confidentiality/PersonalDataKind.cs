namespace Campaigns.Confidentiality;

/// <summary>What a piece of text gives away about a person.</summary>
public enum PersonalDataKind
{
    /// <summary>An NHS number of England or Wales: ten digits.</summary>
    NhsNumber,

    /// <summary>A Community Health Index number of Scotland: ten digits that begin with a date of birth.</summary>
    ChiNumber,

    /// <summary>A Health and Care number of Northern Ireland: ten digits from 320 to 399.</summary>
    HealthAndCareNumber,

    /// <summary>The number that a hospital knows a patient by.</summary>
    HospitalNumber,

    /// <summary>A National Insurance number.</summary>
    NationalInsuranceNumber,

    /// <summary>A telephone or mobile number.</summary>
    Telephone,

    /// <summary>A whole postcode.</summary>
    Postcode,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A date that is said to be somebody's birth.</summary>
    DateOfBirth,

    /// <summary>A house and its street.</summary>
    StreetAddress,

    /// <summary>A vehicle's registration mark.</summary>
    VehicleRegistration,

    /// <summary>A sort code, an account number, a card number or an IBAN.</summary>
    BankNumber,

    /// <summary>A name on a social network, or the address of a profile there.</summary>
    Handle,

    /// <summary>A person's name.</summary>
    Name,
}
