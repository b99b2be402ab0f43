using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Results.RollUps;

namespace Campaigns.Tests.Results.RollUps;

public class OwnAccountsTests
{
    [Fact]
    public void An_own_account_that_is_being_erased_means_folding_anew_and_then_nobody_knows_what_it_said()
    {
        var (store, plan) = (new FoldStore(), FoldSteps.Plans[3]);
        foreach (var author in new ulong[] { 101, 202 })
        {
            store.Merge(new CellId("c", "g", FoldSteps.FirstHour + 1), new MentionRecord
            {
                Key = author, Author = author, Channel = "x", Tags = 1, Own = true, Followers = 1, LargestFollowers = 1, Likes = -1, Shares = -1, Comments = -1, Views = -1, Second = 0, ObservedAt = 1,
            });
        }

        var refusing = FoldSteps.PlanOf(plan.Supporters, plan.Own, RefusalRows.ToList("1", [new ErasedAuthor(202, 9, false)]));
        var fold = Folded(plan);

        Assert.Equal(["north", "south"], fold.End(default).Summary.Own!.Keys);
        Assert.False(fold.Take(refusing));
        Assert.Equal([OwnAccounts.Others, "north"], Folded(refusing).End(default).Summary.Own!.Keys);

        CampaignFold Folded(FoldPlan by)
        {
            var made = new CampaignFold(by);
            Assert.All(made.Missing(store.Versions)!, cell => Assert.True(made.Add(cell.Id, store[cell.Id])));
            return made;
        }
    }
}
