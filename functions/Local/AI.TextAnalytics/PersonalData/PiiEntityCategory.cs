namespace Azure.AI.TextAnalytics;

/// <summary>What kind of personal data was found: the general ones and the United Kingdom's; any other converts from its name.</summary>
public readonly struct PiiEntityCategory : IEquatable<PiiEntityCategory>
{
    private readonly string value;

    public PiiEntityCategory(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    public static PiiEntityCategory All { get; } = new("All");

    public static PiiEntityCategory Default { get; } = new("Default");

    public static PiiEntityCategory Person { get; } = new("Person");

    public static PiiEntityCategory PhoneNumber { get; } = new("PhoneNumber");

    public static PiiEntityCategory Organization { get; } = new("Organization");

    public static PiiEntityCategory Address { get; } = new("Address");

    public static PiiEntityCategory Email { get; } = new("Email");

    public static PiiEntityCategory URL { get; } = new("URL");

    public static PiiEntityCategory IPAddress { get; } = new("IPAddress");

    public static PiiEntityCategory Date { get; } = new("Date");

    public static PiiEntityCategory Age { get; } = new("Age");

    public static PiiEntityCategory CreditCardNumber { get; } = new("CreditCardNumber");

    public static PiiEntityCategory InternationalBankingAccountNumber { get; } = new("InternationalBankingAccountNumber");

    public static PiiEntityCategory EUPassportNumber { get; } = new("EUPassportNumber");

    public static PiiEntityCategory UKDriversLicenseNumber { get; } = new("UKDriversLicenseNumber");

    public static PiiEntityCategory UKElectoralRollNumber { get; } = new("UKElectoralRollNumber");

    public static PiiEntityCategory UKNationalHealthNumber { get; } = new("UKNationalHealthNumber");

    public static PiiEntityCategory UKNationalInsuranceNumber { get; } = new("UKNationalInsuranceNumber");

    public static PiiEntityCategory UKUniqueTaxpayerNumber { get; } = new("UKUniqueTaxpayerNumber");

    public static implicit operator PiiEntityCategory(string value) => new(value);

    public static bool operator ==(PiiEntityCategory left, PiiEntityCategory right) => left.Equals(right);

    public static bool operator !=(PiiEntityCategory left, PiiEntityCategory right) => !left.Equals(right);

    public bool Equals(PiiEntityCategory other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object obj) => obj is PiiEntityCategory other && Equals(other);

    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value;
}
