namespace Campaigns.Results;

/// <summary>What a whole says beside its parts where these share people.</summary>
/// <param name="Elsewhere">For each part, from how many people comes what is left of the whole without it.</param>
/// <param name="InSeveral">From how many people comes what is left of all parts together without the whole: those who are in several.</param>
internal sealed record PartOverlap(IReadOnlyList<long> Elsewhere, long InSeveral)
{
    /// <summary>Of parts that make up a whole, each person of which is in one of them at least.</summary>
    /// <param name="people">How many people each part has.</param>
    /// <param name="whole">How many the whole has.</param>
    public static PartOverlap Of(IReadOnlyList<long> people, long whole) => Of(people, whole, people.Sum() - whole);

    /// <summary>Of parts that may leave some of the whole out.</summary>
    /// <param name="people">How many people each part has.</param>
    /// <param name="whole">How many the whole has.</param>
    public static PartOverlap OfSome(IReadOnlyList<long> people, long whole) => Of(people, whole, 0);

    private static PartOverlap Of(IReadOnlyList<long> people, long whole, long inSeveral) => new([.. people.Select(count => whole - count)], inSeveral);
}
