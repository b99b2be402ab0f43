using Campaigns.Http;
using Campaigns.Planning;
using Campaigns.Tests.Support;
using Campaigns.TestSupport;

namespace Campaigns.Tests.Security;

public sealed class BodyLimitTests(AzuriteFixture azurite)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>What each route takes at most; the mentions' own limit is the host's.</summary>
    private static int LimitOf(ServedRoute route) => route.Path switch
    {
        "/api/import" => 64 * Megabyte,
        "/api/campaigns/{campaignId}/supporters" => 16 * Megabyte,
        _ => JsonBody.Limit,
    };

    [Fact]
    public async Task A_body_beyond_the_limit_of_its_route_is_413_with_the_limit_whether_its_length_is_told_or_not()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        await SampleCampaign.PutAsync(engine);
        var call = new FunctionCall(engine);
        foreach (var route in ServedRoute.All.Where(route => FunctionCall.ExampleOf(route) is not null && route.Path != "/api/mentions" && !route.Roles.IsSigned))
        {
            var limit = LimitOf(route);
            foreach (var told in new long?[] { limit + 1L, null })
            {
                using var body = new EndlessStream();
                var answer = await call.AskAsync(route, FunctionCall.Plain(route), body: (body, "application/json", told));
                Assert.True(answer.Status == 413, $"{route}: {answer.Status} {answer.Text}");
                Assert.Contains($"At most {limit} bytes", answer.Text, StringComparison.Ordinal);
                Assert.True(body.Given <= (told is null ? limit + Megabyte : 0), $"{route} read {body.Given} bytes.");
            }
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    [InlineData("GZIP")]
    public async Task A_compressed_body_is_refused_before_a_byte_of_it_is_read_on_every_route(string coding)
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var door = new DoorCall(engine);
        foreach (var route in ServedRoute.All.Where(route => route.Method is "PUT" or "POST" or "DELETE"))
        {
            var request = Call.Request(engine, route.Method, "/api/any", null, $"Content-Encoding: {coding}");
            using var body = new EndlessStream();
            request.Body = body;
            Assert.Equal(415, (await door.AskAsync(route, request)).Status);
            Assert.Equal(0, body.Given);
        }
    }

    [Fact]
    public async Task A_body_that_says_it_is_not_compressed_is_read()
    {
        await using var engine = await TestEngine.StartAsync(azurite);
        var request = Call.Request(engine, "PUT", "/api/campaigns/a", SampleCampaign.Json, "Content-Encoding: identity");
        Assert.Equal(201, (await new DoorCall(engine).AskAsync(DoorCall.Route<PutCampaign>(), request, () => engine.Function<PutCampaign>().Run(request, "a", default))).Status);
    }

    /// <summary>Blanks without end.</summary>
    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
