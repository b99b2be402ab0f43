namespace Campaigns.Confidentiality;

/// <summary>Where a text gives something away, in UTF-16 code units.</summary>
/// <param name="Start">The first unit.</param>
/// <param name="Length">How many units.</param>
/// <param name="Kind">What is given away.</param>
public readonly record struct PersonalDataSpan(int Start, int Length, PersonalDataKind Kind)
{
    /// <summary>The unit after the last.</summary>
    public int End => Start + Length;
}
