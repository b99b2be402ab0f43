using Azure.Data.Tables;
using Campaigns.Storage;

namespace Campaigns.Tests.Storage;

public class LongBytesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(65_536, 1)]
    [InlineData(65_537, 2)]
    [InlineData(300_000, 5)]
    public void Bytes_of_any_length_read_as_they_were_put(int length, int properties)
    {
        var (entity, bytes) = (new TableEntity("p", "r"), new byte[length]);
        new Random(7).NextBytes(bytes);

        LongBytes.Put(entity, "B", bytes);

        Assert.Equal(properties, entity.Keys.Count(key => key.StartsWith('B')));
        Assert.Equal(bytes, LongBytes.Read(entity, "B"));
        Assert.Empty(LongBytes.Read(entity, "C"));
    }
}
