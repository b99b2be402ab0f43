namespace Campaigns.Benchmarks.Confidentiality;

/// <summary>What became of one kind of personal data.</summary>
internal sealed class KindFigures(string kind)
{
    public string Kind { get; } = kind;

    /// <summary>How many there are.</summary>
    public int True { get; set; }

    /// <summary>Of those, how many were wholly covered by what was found.</summary>
    public int Covered { get; set; }

    public int Found { get; set; }

    /// <summary>Of those found, how many touch nothing that identifies anybody.</summary>
    public int False { get; set; }

    public double Recall => True == 0 ? 1 : Covered / (double)True;

    public double Precision => Found == 0 ? 1 : (Found - False) / (double)Found;

    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);
}
