using System.Net;
using System.Net.Http.Headers;
using Campaigns.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.EndToEnd.Mastodon;

/// <summary>Searching a Mastodon server under the eyes of Mastodon's published contract.</summary>
public sealed class MastodonSearchTests(MastodonContract contract) : IClassFixture<MastodonContract>
{
    [Theory]
    [InlineData("missingtype")]
    [InlineData("献血")]
    public async Task Every_page_of_a_hashtag_is_asked_for_and_read_as_the_contract_says(string hashtag)
    {
        var at = contract.Address;
        await using var services = Services(at);
        var search = Search(services);
        var query = new SearchQuery(hashtag, search.Places![0], MastodonServer.Newest.AddMinutes(-89), MastodonServer.Newest.AddMinutes(1), null);
        var pages = new List<SearchPage.Found>();
        do
        {
            pages.Add(Assert.IsType<SearchPage.Found>(await search.SearchAsync(query with { Cursor = pages.LastOrDefault()?.Next }, default)));
        }
        while (pages[^1].Next is not null);

        Assert.Equal([40, 40, 10], pages.Select(page => page.Items.Count));
        var items = pages.SelectMany(page => page.Items).ToList();
        Assert.Equal(Enumerable.Range(0, 90).Select(number => $"https://mastodon.example/users/ann/statuses/{number}"), items.Select(item => item.Id));
        Assert.Equal($"0 #{hashtag}\n#{hashtag}", items[0].Text);
        Assert.Equal((12L, 3L, 6L, 1L), (items[0].Followers, items[0].Likes, items[0].Shares, items[0].Comments));
    }

    [Fact]
    public async Task Recent_use_is_asked_for_and_read_as_the_contract_says()
    {
        await using var services = Services(contract.Address);
        var recent = await Search(services).RecentUseAsync("missingtype", default);
        Assert.Equal((26L, 15L), (recent?.Uses, recent?.Accounts));
    }

    [Fact]
    public async Task What_the_contract_forbids_is_refused()
    {
        var at = contract.Address;
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(at, "/api/v1/timelines/tag/missingtype?limit=many"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);

        await using var stranger = Services(at, token: null);
        var search = Search(stranger);
        var now = MastodonServer.Newest;
        Assert.Contains("access token", Assert.IsType<SearchPage.Refused>(
            await search.SearchAsync(new("missingtype", search.Places![0], now.AddHours(-1), now, null), default)).Reason, StringComparison.Ordinal);
    }

    private static ISearch Search(ServiceProvider services) => services.GetServices<ISearch>().Single(search => search.Channel == "mastodon");

    private static ServiceProvider Services(Uri instance, string? token = "token") => new ServiceCollection().AddSingleton(TimeProvider.System).AddChannels(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mastodon:Instances:0:Url"] = instance.AbsoluteUri,
            ["Mastodon:Instances:0:AccessToken"] = token,
        }).Build()).BuildServiceProvider();
}
