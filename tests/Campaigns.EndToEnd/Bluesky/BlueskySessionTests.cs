using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Campaigns.Channels;
using static Campaigns.EndToEnd.Bluesky.BlueskyChannelTests;

namespace Campaigns.EndToEnd.Bluesky;

/// <summary>Signing in to a real Bluesky server, staying signed in, and being shown the door.</summary>
[Collection(nameof(BlueskyServer))]
public sealed class BlueskySessionTests(BlueskyServerFixture fixture)
{
    [Fact]
    public async Task A_wrong_app_password_is_refused_with_what_to_do()
    {
        var server = fixture.Server;
        await using var services = Services(server, appPassword: "wrong-pass-word-here");

        var outcome = await Channel(services).PublishAsync(Post(server, "wrong password", "wrong password"), default);

        var refused = Assert.IsType<PublishOutcome.NotAuthorised>(outcome);
        Assert.Contains("Make a new app password", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-pass", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_sign_in_serves_every_call_and_an_expired_token_is_renewed()
    {
        var server = fixture.Server;
        var wire = new Wire(body => WithExpiredAccess(body, server));
        await using var services = Services(server, between: inner => wire.Around(inner));

        Assert.IsType<PublishOutcome.Published>(await Channel(services).PublishAsync(Post(server, "renewed 1", "renewed 1"), default));
        Assert.IsType<PublishOutcome.Published>(await Channel(services).PublishAsync(Post(server, "renewed 2", "renewed 2"), default));

        Assert.Equal(
            [
                "200 com.atproto.server.createSession", "400 com.atproto.repo.putRecord", "200 com.atproto.server.refreshSession",
                "200 com.atproto.repo.putRecord", "200 com.atproto.repo.putRecord",
            ],
            wire.Seen);
    }

    [Fact]
    public async Task A_revoked_app_password_ends_the_session_with_what_to_do()
    {
        var server = fixture.Server;
        var password = await server.CreateAppPasswordAsync("short-lived");
        var wire = new Wire(body => WithExpiredAccess(body, server));
        await using var services = Services(server, password, between: inner => wire.Around(inner));
        var channel = Channel(services);
        Assert.IsType<Finding.ProvenAbsent>(await channel.FindAsync(Post(server, "revoked", "revoked"), default));

        await server.RevokeAppPasswordAsync("short-lived");

        Assert.IsType<PublishOutcome.NotAuthorised>(await channel.PublishAsync(Post(server, "revoked", "revoked"), default));
        Assert.DoesNotContain(await server.PostsAsync(), post => post.GetProperty("value").GetProperty("text").GetString() == "revoked");
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_waited_for()
    {
        var server = fixture.Server;
        // An account of its own: the real server lets each one sign in 30 times in 5 minutes.
        var handle = $"hasty-{Guid.NewGuid().ToString("N")[..8]}.test";
        await server.CreateAccountAsync(handle);
        PublishOutcome outcome;
        var tries = 0;
        do
        {
            await using var services = Services(server, "wrong-pass-word-here", handle);
            outcome = await Channel(services).PublishAsync(Post(server, "too often", "too often") with { Account = handle }, default);
        }
        while (outcome is PublishOutcome.NotAuthorised && ++tries < 40);

        var until = Assert.IsType<PublishOutcome.RateLimited>(outcome).Until;
        Assert.InRange(until, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(6));
    }

    /// <summary>A session as it looks two hours later.</summary>
    private static JsonNode WithExpiredAccess(JsonNode session, BlueskyServer server)
    {
        var signed = $"{Encode("""{"typ":"at+jwt","alg":"HS256"}""")}.{Encode(
            $$"""{"scope":"com.atproto.appPass","aud":"did:web:localhost","sub":"{{server.Did}}","iat":1700000000,"exp":1700007200}""")}";
        session["accessJwt"] = $"{signed}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(server.JwtSecret), Encoding.UTF8.GetBytes(signed)))}";
        return session;
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <summary>Stands between the channel and the server: writes down what passes, and changes what a sign-in gives.</summary>
    private sealed class Wire(Func<JsonNode, JsonNode> session)
    {
        private readonly Func<JsonNode, JsonNode> change = session;

        public List<string> Seen { get; } = [];

        public HttpMessageHandler Around(HttpMessageHandler inner) => new Tap(this, inner);

        private sealed class Tap(Wire wire, HttpMessageHandler inner) : DelegatingHandler(inner)
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var response = await base.SendAsync(request, cancellationToken);
                var method = request.RequestUri!.Segments[^1];
                wire.Seen.Add($"{(int)response.StatusCode} {method}");
                if (method == "com.atproto.server.createSession" && response.StatusCode == HttpStatusCode.OK)
                {
                    var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
                    response.Content = new StringContent(wire.change(body).ToJsonString(), Encoding.UTF8, "application/json");
                }

                return response;
            }
        }
    }
}
