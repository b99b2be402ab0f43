namespace Campaigns.Results.Reported;

/// <summary>What goes into a campaign.</summary>
public static class InputNames
{
    /// <summary>What the hours of people are entered under: in hours, never in money.</summary>
    public const string StaffHours = "staffHours";

    /// <summary>The unit of <see cref="StaffHours"/>.</summary>
    public const string Hours = "hours";

    /// <summary>The currency of money where the entry does not say.</summary>
    public const string DefaultCurrency = "GBP";

    private static readonly string[] Names = ["mediaSpend", "platformCharges", StaffHours];

    /// <summary>What is allowed, as a sentence.</summary>
    public static string Rule { get; } = $"must be one of {string.Join(", ", Names)}";

    /// <summary>Whether there is an input of that name.</summary>
    /// <param name="name">The name.</param>
    public static bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);
}
