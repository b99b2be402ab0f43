using System.Text;
using Campaigns.Http.Signatures;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Tests.Http.Signatures;

public sealed class SignedMessageTests
{
    private static readonly DateTimeOffset Now = new(2021, 2, 25, 15, 2, 10, TimeSpan.Zero);
    private static readonly byte[] Key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    [Fact]
    public void Signs_as_the_specifications_example_does() => Assert.Equal(
        [("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"), ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")],
        SignedMessage.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""u8, [Key]));

    [Fact]
    public void What_is_signed_holds_and_nothing_else_does() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        ArbMap.Default.ArbFor<byte[]>().Filter(static key => key.Length > 0),
        ArbMap.Default.ArbFor<NonNegativeInt>(),
        (body, key, at) =>
        {
            var message = Read(SignedMessage.Sign("msg_1", Now, body, [[.. key, 1], [.. key, 2]]), Now)!;
            var swapped = body.Length == 0 ? [1] : (byte[])body.Clone();
            swapped[at.Get % swapped.Length] ^= 1;
            return message.IsBy([[.. key, 1]], body) && message.IsBy([[.. key, 3], [.. key, 2]], body) && !message.IsBy([[.. key, 3]], body) && !message.IsBy([[.. key, 1], [.. key, 2]], swapped)
                && !(message with { Id = "msg_2" }).IsBy([[.. key, 1]], body) && !(message with { At = Now.AddSeconds(1) }).IsBy([[.. key, 1]], body) && !message.IsBy([], body);
        }));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-86400, false)]
    public void A_message_is_good_for_five_minutes_both_ways(int seconds, bool isGood)
    {
        var read = SignedMessage.Read(Headers(SignedMessage.Sign("msg_1", Now.AddSeconds(seconds), [], [Key])), Now, out var fault);
        Assert.Equal(isGood, read is not null);
        Assert.Equal(isGood ? null : "webhook-timestamp is more than 5 minutes away from the clock here.", fault);
    }

    [Theory]
    [InlineData("webhook-id", null)]
    [InlineData("webhook-id", "")]
    [InlineData("webhook-id", "a.b")]
    [InlineData("webhook-id", "a b")]
    [InlineData("webhook-id", "msg_1,msg_2")]
    [InlineData("webhook-id", "ü")]
    [InlineData("webhook-timestamp", null)]
    [InlineData("webhook-timestamp", "now")]
    [InlineData("webhook-timestamp", "+1614265330")]
    [InlineData("webhook-timestamp", "01614265330")]
    [InlineData("webhook-timestamp", " 1614265330")]
    [InlineData("webhook-timestamp", "1614265330.0")]
    [InlineData("webhook-timestamp", "-1")]
    [InlineData("webhook-timestamp", "99999999999999999999")]
    [InlineData("webhook-signature", null)]
    [InlineData("webhook-signature", "")]
    [InlineData("webhook-signature", "v1,")]
    [InlineData("webhook-signature", "v1,AAAA")]
    [InlineData("webhook-signature", "v1,not base64")]
    [InlineData("webhook-signature", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("webhook-signature", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public void A_header_that_is_missing_or_malformed_is_refused(string name, string? value)
    {
        var headers = Headers(SignedMessage.Sign("msg_1", Now, [], [Key]));
        headers.Remove(name);
        if (value is not null)
        {
            headers[name] = value;
        }

        Assert.Null(SignedMessage.Read(headers, Now, out var fault));
        Assert.StartsWith($"Bring {name} once", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webhook-id")]
    [InlineData("webhook-timestamp")]
    [InlineData("webhook-signature")]
    public void A_header_that_comes_twice_is_refused(string name)
    {
        var headers = Headers(SignedMessage.Sign("msg_1", Now, [], [Key]));
        headers.Append(name, headers[name].ToString());
        Assert.Null(SignedMessage.Read(headers, Now, out _));
    }

    [Fact]
    public void Signatures_of_other_versions_stand_beside_ours_and_more_than_sixteen_are_refused()
    {
        var headers = Headers(SignedMessage.Sign("msg_1", Now, [], [Key]));
        headers["webhook-signature"] = $"v1a,MCowBQ v2,x {headers["webhook-signature"]}";
        Assert.True(SignedMessage.Read(headers, Now, out _)!.IsBy([Key], []));

        var one = "v1," + Convert.ToBase64String(new byte[32]);
        headers["webhook-signature"] = string.Join(' ', Enumerable.Repeat(one, 17));
        Assert.Null(SignedMessage.Read(headers, Now, out _));
    }

    [Fact]
    public void A_signature_of_another_format_is_proven_by_the_same_few_lines()
    {
        // As GitHub and Meta send it: sha256= and hexadecimal, over the body alone.
        var key = Encoding.UTF8.GetBytes("It's a Secret to Everybody");
        const string Header = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
        Assert.True(HmacSignature.Matches([key], "Hello, World!"u8, [Convert.FromHexString(Header["sha256=".Length..])]));
    }

    private static SignedMessage? Read(IReadOnlyList<(string Name, string Value)> signed, DateTimeOffset now) => SignedMessage.Read(Headers(signed), now, out _);

    private static HeaderDictionary Headers(IReadOnlyList<(string Name, string Value)> signed)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, value) in signed)
        {
            headers[name] = value;
        }

        return headers;
    }
}
