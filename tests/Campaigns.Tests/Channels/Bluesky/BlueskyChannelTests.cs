using System.Net;
using Campaigns.Channels;

namespace Campaigns.Tests.Channels.Bluesky;

/// <summary>What the channel makes of answers that a real server gives only on bad days.</summary>
public sealed class BlueskyChannelTests
{
    private const string Put = "com.atproto.repo.putRecord";
    private const string SignIn = "com.atproto.server.createSession";

    [Theory]
    [InlineData("RateLimit-Reset", "1780646700", 300)]
    [InlineData("Retry-After", "90", 90)]
    [InlineData("Retry-After", "Fri, 05 Jun 2026 08:02:00 GMT", 120)]
    [InlineData("X-Nothing", "", 300)]
    [InlineData("RateLimit-Reset", "1", 1)]
    [InlineData("Retry-After", "900000", 86400)]
    public async Task Too_many_requests_is_a_time_to_come_back_at(string header, string value, int seconds)
    {
        foreach (var method in new[] { Put, SignIn })
        {
            using var server = new BlueskyStub();
            server.Answers[method] = () => BlueskyStub.Json(HttpStatusCode.TooManyRequests, """{ "error": "RateLimitExceeded" }""", (header, value));
            var limited = Assert.IsType<PublishOutcome.RateLimited>(await server.Channel.PublishAsync(BlueskyStub.Post(), default));
            Assert.Equal(BlueskyStub.Now.AddSeconds(seconds), limited.Until);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_server_that_falls_over_may_have_taken_the_post(HttpStatusCode status)
    {
        using var server = new BlueskyStub();
        server.Answers[Put] = () => new HttpResponseMessage(status) { Content = new StringContent("<html>Bad gateway</html>") };
        Assert.IsType<PublishOutcome.Unknown>(await server.Channel.PublishAsync(BlueskyStub.Post(), default));
    }

    [Fact]
    public async Task A_server_that_falls_over_before_the_post_is_worth_another_try()
    {
        using var server = new BlueskyStub();
        server.Answers[SignIn] = static () => new HttpResponseMessage(HttpStatusCode.BadGateway);
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => server.Channel.PublishAsync(BlueskyStub.Post(), default));
        Assert.DoesNotContain(Put, server.Called);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_sending_may_have_delivered_the_post()
    {
        using var server = new BlueskyStub();
        server.Answers[Put] = static () => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        Assert.IsType<PublishOutcome.Unknown>(await server.Channel.PublishAsync(BlueskyStub.Post(), default));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_may_be_a_post()
    {
        using var server = new BlueskyStub();
        server.Answers[Put] = static () => new HttpResponseMessage(HttpStatusCode.Continue);
        Assert.Contains("in time", Assert.IsType<PublishOutcome.Unknown>(await server.Channel.PublishAsync(BlueskyStub.Post(), default)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(503, null)]
    [InlineData(0, HttpRequestError.ConnectionError)]
    [InlineData(0, HttpRequestError.ResponseEnded)]
    public async Task A_post_that_is_there_already_and_cannot_be_looked_at_is_not_said_to_be_unpublished(int status, HttpRequestError? error)
    {
        using var server = new BlueskyStub();
        server.Answers[Put] = static () => BlueskyStub.Json(HttpStatusCode.BadRequest, """{ "error": "InvalidSwap", "message": "Record was at bafy" }""");
        server.Answers["com.atproto.repo.getRecord"] = () => error is { } broken ? throw new HttpRequestException(broken) : new HttpResponseMessage((HttpStatusCode)status);
        Assert.IsType<PublishOutcome.Unknown>(await server.Channel.PublishAsync(BlueskyStub.Post(), default));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task A_server_that_cannot_be_reached_has_no_post(HttpRequestError error)
    {
        using var server = new BlueskyStub();
        server.Answers[Put] = () => throw new HttpRequestException(error);
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => server.Channel.PublishAsync(BlueskyStub.Post(), default));
    }

    [Fact]
    public async Task A_host_that_stops_is_obeyed()
    {
        using var server = new BlueskyStub();
        using var stop = new CancellationTokenSource();
        server.Answers[Put] = () =>
        {
            stop.Cancel();
            return new HttpResponseMessage(HttpStatusCode.Continue);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Channel.PublishAsync(BlueskyStub.Post(), stop.Token));
    }

    [Theory]
    [InlineData(401, "AuthFactorTokenRequired", "app password")]
    [InlineData(401, "AccountTakedown", "closed the account")]
    [InlineData(401, "AuthenticationRequired", "Make a new app password")]
    public async Task A_sign_in_that_is_refused_says_what_to_do(int status, string error, string advice)
    {
        using var server = new BlueskyStub();
        server.Answers[SignIn] = () => BlueskyStub.Json((HttpStatusCode)status, $$"""{ "error": "{{error}}", "message": "No." }""");
        var refused = Assert.IsType<PublishOutcome.NotAuthorised>(await server.Channel.PublishAsync(BlueskyStub.Post(), default));
        Assert.Contains(advice, refused.Reason, StringComparison.Ordinal);
        Assert.IsType<Finding.CannotTell>(await server.Channel.FindAsync(BlueskyStub.Post(), default));
    }

    [Fact]
    public async Task An_account_without_a_credential_and_a_reference_that_did_not_resolve_are_told_apart()
    {
        using var server = new BlueskyStub("@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/x)");
        Assert.Contains("Key Vault", Assert.IsType<PublishOutcome.NotAuthorised>(await server.Channel.PublishAsync(BlueskyStub.Post(), default)).Reason, StringComparison.Ordinal);
        Assert.Contains("No Bluesky account other.example", Assert.IsType<PublishOutcome.NotAuthorised>(
            await server.Channel.PublishAsync(BlueskyStub.Post(account: "other.example"), default)).Reason, StringComparison.Ordinal);
        Assert.Empty(server.Called);
    }

    [Fact]
    public async Task A_handle_that_does_not_resolve_stays_text_and_a_resolver_in_trouble_is_worth_another_try()
    {
        using var server = new BlueskyStub();
        server.Answers["com.atproto.identity.resolveHandle"] = static () => BlueskyStub.Json(HttpStatusCode.BadRequest, """{ "error": "InvalidRequest" }""");
        Assert.IsType<PublishOutcome.Published>(await server.Channel.PublishAsync(BlueskyStub.Post("Hi @nobody.example"), default));
        server.Answers["com.atproto.identity.resolveHandle"] = static () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<ChannelUnreachableException>(() => server.Channel.PublishAsync(BlueskyStub.Post("Hi @nobody.example"), default));
    }

    [Fact]
    public void Content_is_checked_for_length_and_number_of_pictures()
    {
        using var server = new BlueskyStub();
        var picture = new MediaItem(new("https://example.org/a.png"), "A sign");
        Assert.Empty(server.Channel.Check(new ChannelContent(new string('x', 300), [picture, picture, picture, picture], null)));
        Assert.Equal(["text", "media"], server.Channel.Check(new ChannelContent(new string('x', 301), [picture, picture, picture, picture, picture], null)).Select(fault => fault.Part));
        Assert.Equal(["text"], server.Channel.Check(new ChannelContent(new string('x', 290), [picture], new("https://example.org/"))).Select(fault => fault.Part));
        Assert.Equal("3025", Assert.Single(server.Channel.Check(new ChannelContent(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 121)), [], null))).Value);
    }
}
