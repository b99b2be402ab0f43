using System.Net;
using Campaigns.Http.Outside;

namespace Campaigns.Tests.Http.Outside;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void The_open_internet_is_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.2.1")]
    [InlineData("240.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::808:808")]
    [InlineData("2606:4700::5efe:10.0.0.1")]
    [InlineData("fe80::5efe:8.8.8.8")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("4000::1")]
    [InlineData("ff02::1")]
    [InlineData("fec0::1")]
    public void What_only_this_machine_or_its_network_reaches_is_not(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://example.org/a.png", null)]
    [InlineData("http://example.org/a.png", "must be an https address")]
    [InlineData("ftp://example.org/a.png", "must be an https address")]
    [InlineData("https://me:pass@example.org/", "must not carry a user name or password")]
    [InlineData("https://127.0.0.1/", "must be a public address")]
    [InlineData("https://localhost/", "must be a public address")]
    [InlineData("https://2130706433/", "must be a public address")]
    [InlineData("https://0x7f.1/", "must be a public address")]
    [InlineData("https://0177.0.0.1/", "must be a public address")]
    [InlineData("https://127.1/", "must be a public address")]
    [InlineData("https://0xa9fea9fe/", "must be a public address")]
    [InlineData("https://[::1]/", "must be a public address")]
    [InlineData("https://[fe80::1%25eth0]/", "must be a public address")]
    [InlineData("https://localhost./", "must be a public address")]
    [InlineData("https://example.org:8443/", "must have no port, or one of 443")]
    [InlineData("https://example.org:443/", null)]
    [InlineData("gopher://example.org/", "must be an https address")]
    [InlineData("https://[::ffff:10.0.0.1]/", "must be a public address")]
    [InlineData("http://localhost/", "must be an https address")]
    public void An_address_of_a_picture_says_already_when_it_is_put_that_it_will_not_do(string address, string? fault) =>
        Assert.Equal(fault, OutsideAddress.Fault(new Uri(address), new OutsideOptions()));

    [Theory]
    [InlineData("http://127.0.0.1:5000/a.png", null)]
    [InlineData("https://10.0.0.1/a.png", null)]
    [InlineData("http://10.0.0.1/a.png", "must be an https address")]
    public void The_development_setting_lets_this_machine_in(string address, string? fault) =>
        Assert.Equal(fault, OutsideAddress.Fault(new Uri(address), new OutsideOptions { AllowPrivateAddresses = true }));
}
