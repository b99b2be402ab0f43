using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Supporters;
using Campaigns.Results.RollUps;
using Campaigns.Tests.Listening.Cells;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Campaigns.Tests.Results.RollUps;

/// <summary>What can happen to a campaign's cells and to its plan.</summary>
internal static class FoldSteps
{
    public const long FirstHour = 400_000;

    private static readonly Supporter[] Named =
    [
        new("x", "A college", null, SupporterKind.Organisation, 101, 0), new("bluesky", "A minister", null, SupporterKind.PublicFigure, 202, 1), new("bluesky", "A charity", "c", SupporterKind.Organisation, 203, 2),
    ];

    private static readonly SupporterList WithoutMinister = new("3", Named, new Dictionary<UInt128, Supporter> { [101] = Named[0], [203] = Named[2] });

    private static readonly Dictionary<UInt128, string> Accounts = new() { [101] = "north", [202] = "south", [203] = "south" };

    /// <summary>Two of the hashtags and topics that records have are not in the plan, and the first and last hours lie outside it.</summary>
    public static readonly FoldPlan Plan = PlanOf(SupporterList.None);

    /// <summary>Nobody listed; a list; the same list when another key was learnt to be the college's; a list without the minister, and accounts that are told apart; those in another order.</summary>
    public static readonly FoldPlan[] Plans =
    [
        Plan,
        PlanOf(new SupporterList("1", Named, new Dictionary<UInt128, Supporter> { [101] = Named[0], [202] = Named[1], [203] = Named[2] })),
        PlanOf(new SupporterList("2", Named, new Dictionary<UInt128, Supporter> { [101] = Named[0], [102] = Named[0], [202] = Named[1], [203] = Named[2] })),
        PlanOf(WithoutMinister, new OwnAccounts(Accounts, "north", "south")),
        PlanOf(WithoutMinister, new OwnAccounts(Accounts, "south", "north")),
    ];

    public static readonly Gen<FoldStep> Any =
        from hour in Gen.Elements(0L, 1, 2, 20, 24, 25, 26, 48, 49)
        from shard in Gen.Choose(0, 1)
        from record in RandomRecords.One
        from topics in Gen.Choose(0, 7)
        from lookAlikes in Gen.Choose(0, 7)
        from rollUp in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from letGo in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from plan in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Choose(0, 2)), (3, Gen.Choose(3, 4)))
        select new FoldStep(
            new CellId("c", "g", FirstHour + hour, shard),
            // An author's key holds the channel.
            record with { Author = record.Author == 0 ? 0 : record.Author + (record.Channel == "x" ? 100u : 200u), Topics = (ulong)topics, LookAlikes = (ulong)lookAlikes },
            rollUp,
            letGo,
            plan);

    public static FoldPlan PlanOf(SupporterList supporters, OwnAccounts? own = null, RefusalList? refused = null) => new(
        0b011UL | (1UL << 63), 0b101, (FirstHour + 1) * 3600, (FirstHour + 49) * 3600, DateTimeZoneProviders.Tzdb["Europe/London"], influencerFollowers: 2, supporters, refused, own);
}
