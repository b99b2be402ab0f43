using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Azure.Storage.Queues;
using Campaigns.Listening.Cells;
using Campaigns.Listening.Texts;
using Campaigns.Storage;

namespace Campaigns.Listening.Intake;

/// <summary>
/// Packs the texts of one request into messages of one campaign and hour each and sends them, a few at a time. What waits is bounded: past
/// <see cref="MostWaiting"/> bytes the fullest pack goes as it is.
/// </summary>
/// <param name="queue">The texts queue.</param>
internal sealed class TextPacker(QueueClient queue)
{
    private const int MostWaiting = 4 * 1024 * 1024;
    private const int MostSending = 4;
    private const int SmallestPack = 24 * 1024;
    private const int LargestPack = 128 * 1024;
    private const int Quality = 1;
    private const int Window = 18;

    private readonly Dictionary<(string Campaign, string Generation, long Hour), OpenTexts> open = [];
    private readonly Queue<OpenTexts> full = [];
    private readonly OutgoingMessages outgoing = new(queue, MostSending);
    private long waiting;

    /// <summary>How many bytes of texts fill a message; learnt from those before.</summary>
    private int packSize = 80 * 1024;

    /// <summary>Takes a text; nothing is sent before <see cref="SendAsync"/>.</summary>
    /// <param name="cell">Its campaign and hour.</param>
    /// <param name="key">The first 64 bits of its mention's key.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="match">What it has of the campaign.</param>
    /// <param name="language">Its language, or null.</param>
    /// <param name="text">The text in UTF-8, without personal data.</param>
    public void Add(CellId cell, ulong key, string channel, in TextMatch match, string? language, ReadOnlySpan<byte> text)
    {
        var hour = (cell.Campaign, cell.Generation, cell.Hour);
        if (!open.TryGetValue(hour, out var pack))
        {
            open.Add(hour, pack = new OpenTexts(cell with { Shard = 0 }));
        }

        var before = pack.Length;
        pack.Add(key, channel, match.Tags, match.Topics, language, text);
        waiting += pack.Length - before;
        if (pack.Length >= packSize)
        {
            Close(hour, pack);
        }
        else if (waiting > MostWaiting)
        {
            var (fullest, most) = open.MaxBy(one => one.Value.Length);
            Close(fullest, most);
        }
    }

    /// <summary>Sends the full packs; waits only while too many are under way.</summary>
    /// <exception cref="Azure.RequestFailedException">The queue refused one.</exception>
    public async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        while (full.TryDequeue(out var pack))
        {
            using (pack)
            {
                await SendPartAsync(pack, 0, pack.Count, cancellationToken);
            }
        }
    }

    /// <summary>Sends everything and waits until the queue has it.</summary>
    /// <exception cref="Azure.RequestFailedException">The queue refused one.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var pack in open.Values)
        {
            full.Enqueue(pack);
        }

        open.Clear();
        await SendAsync(cancellationToken);
        await outgoing.WhenAllAsync();
    }

    /// <summary>Waits until no send is under way, however each ends.</summary>
    public Task SettleAsync() => outgoing.SettleAsync();

    private async ValueTask SendPartAsync(OpenTexts pack, int first, int end, CancellationToken cancellationToken)
    {
        if (Compress(pack, first, end) is not { } message)
        {
            // These are harder to compress than those before.
            var middle = first + ((end - first) / 2);
            await SendPartAsync(pack, first, middle, cancellationToken);
            await SendPartAsync(pack, middle, end, cancellationToken);
            return;
        }

        await outgoing.MakeRoomAsync();
        outgoing.Send(message, TextsMessage.TimeToLive, cancellationToken);
    }

    /// <summary>A message of some texts; null where they are too many for one.</summary>
    private BinaryData? Compress(OpenTexts pack, int first, int end)
    {
        var texts = pack.Between(first, end);
        var compressed = ArrayPool<byte>.Shared.Rent(TextsMessage.LongestTexts);
        try
        {
            if (!BrotliEncoder.TryCompress(texts, compressed.AsSpan(0, TextsMessage.LongestTexts), out var written, Quality, Window))
            {
                packSize = Math.Max(SmallestPack, packSize / 4 * 3);
                return null;
            }

            if (texts.Length >= packSize)
            {
                // A little less than would fill the message, for no two packs are alike.
                packSize = (int)Math.Clamp((long)texts.Length * (TextsMessage.LongestTexts / 16 * 15) / written, SmallestPack, LargestPack);
            }

            return TextsMessage.Write(pack.Hour, BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)), compressed.AsSpan(0, written), EngineTrace.Current);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compressed);
        }
    }

    private void Close((string Campaign, string Generation, long Hour) hour, OpenTexts pack)
    {
        open.Remove(hour);
        waiting -= pack.Length;
        full.Enqueue(pack);
    }
}
