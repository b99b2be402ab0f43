using Campaigns.Channels.Media;

namespace Campaigns.Tests.Channels.Media;

public sealed class ImageHeaderTests
{
    [Theory]
    [InlineData("image/png", "89504E470D0A1A0A0000000D494844520000000400000003")]
    [InlineData("image/gif", "47494638396104000300")]
    [InlineData("image/jpeg", "FFD8FFE000104A46494600010100000100010000FFFFC2001108000300040301110002110103110100")]
    [InlineData("image/webp", "52494646000000005745425056503858000000000000000003000002000000")]
    [InlineData("image/webp", "5249464600000000574542505650384C000000002F03800000000000000000")]
    [InlineData("image/webp", "52494646000000005745425056503820000000000000009D012A04000300")]
    public void A_picture_says_what_it_is_and_how_large(string contentType, string hex) =>
        Assert.Equal(new ImageHeader(contentType, 4, 3), ImageHeader.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("3C68746D6C3E")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("89504E470D0A1A0A0000000D494844520000000000000003")]
    [InlineData("FFD8FFE00010")]
    [InlineData("FFD8FFE0000000000000000000")]
    [InlineData("52494646000000005745425041424344000000000000000000000000000000")]
    public void Anything_else_is_no_picture(string hex) => Assert.Null(ImageHeader.Read(Convert.FromHexString(hex)));

    [Fact]
    public void No_bytes_make_it_fail()
    {
        var random = new Random(7);
        byte[][] starts = [[0xFF, 0xD8, 0xFF], [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], [.. "GIF89a"u8], [.. "RIFF0000WEBPVP8 "u8], [.. "RIFF0000WEBPVP8L"u8], [.. "RIFF0000WEBPVP8X"u8]];
        for (var i = 0; i < 20_000; i++)
        {
            var noise = new byte[random.Next(60)];
            random.NextBytes(noise);
            ImageHeader.Read([.. starts[i % starts.Length], .. noise]);
        }
    }
}
