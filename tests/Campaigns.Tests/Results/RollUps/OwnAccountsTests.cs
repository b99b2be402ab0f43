using System.Text.Json;
using Campaigns.Http;
using Campaigns.Listening;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Erasures;
using Campaigns.Listening.Supporters;
using Campaigns.Planning;
using Campaigns.Results.RollUps;

namespace Campaigns.Tests.Results.RollUps;

public class OwnAccountsTests
{
    [Fact]
    public void Two_names_that_have_the_same_small_letters_are_one_account_and_stop_no_roll_up()
    {
        CampaignAccount[] accounts = [Account("kent.example"), Account("\u212Aent.example")];
        var (keys, store) = (new MentionKeys(new byte[32]), new FoldStore());
        var plan = FoldSteps.PlanOf(SupporterList.None, OwnAccounts.Of(accounts, keys));
        Say(store, keys.AuthorByHandle("x", "KENT.example"));

        var said = Folded(plan, store).End(default).Summary.Own!;

        Assert.True(accounts[0].Account.Is(accounts[1].Account.Value) && accounts[1].Account.Is("@Kent.example") && !accounts[0].Account.Is("kent.exampl"));
        Assert.Equal([(OwnAccounts.NameOf(accounts[0]), 1L)], said.Select(use => (use.Key, use.Value.Mentions)));
        Assert.Equal(OwnAccounts.NameOf(accounts[0]), OwnAccounts.NameOf(accounts[1]));

        var (faults, document) = (new Faults(), JsonSerializer.SerializeToElement(new { accounts = accounts.Select(account => new { channel = "x", account = account.Account.Value }) }));
        Assert.Single(AccountsReader.Read(new Fields(document, "", faults)));
        Assert.True(faults.Any);

        static CampaignAccount Account(string name) => new(Channel.TryParse("x", out var channel) ? channel : default, AccountName.TryParse(name, out var account) ? account : default);
    }

    [Fact]
    public void An_own_account_that_is_being_erased_means_folding_anew_and_then_nobody_knows_what_it_said()
    {
        var (store, plan) = (new FoldStore(), FoldSteps.Plans[3]);
        Say(store, 101);
        Say(store, 202);

        var refusing = FoldSteps.PlanOf(plan.Supporters, plan.Own, RefusalRows.ToList("1", [new ErasedAuthor(202, 9, false)]));
        var fold = Folded(plan, store);

        Assert.Equal(["north", "south"], fold.End(default).Summary.Own!.Keys);
        Assert.False(fold.Take(refusing));
        Assert.Equal([OwnAccounts.Others, "north"], Folded(refusing, store).End(default).Summary.Own!.Keys);
    }

    private static void Say(FoldStore store, UInt128 author) => store.Merge(new CellId("c", "g", FoldSteps.FirstHour + 1), new MentionRecord
    {
        Key = author,
        Author = author,
        Channel = "x",
        Tags = 1,
        Own = true,
        Followers = 1,
        LargestFollowers = 1,
        Likes = -1,
        Shares = -1,
        Comments = -1,
        Views = -1,
        Second = 0,
        ObservedAt = 1,
    });

    private static CampaignFold Folded(FoldPlan plan, FoldStore store)
    {
        var fold = new CampaignFold(plan);
        Assert.All(fold.Missing(store.Versions)!, cell => Assert.True(fold.Add(cell.Id, store[cell.Id])));
        return fold;
    }
}
