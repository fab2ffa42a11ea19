using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Ledger;

/// <summary>The notices that were taken. Bounded: beyond the setting the oldest are forgotten.</summary>
internal sealed partial class NoticeBook(CurrentSettings settings, StateLog log, TimeProvider time)
{
    private const int VisibleEnd = 3;

    private readonly ConcurrentDictionary<UInt128, Notice> _notices = new();
    private readonly ConcurrentQueue<UInt128> _order = new();
    private long _sequence;

    /// <summary>All notices, in no order.</summary>
    public IEnumerable<Notice> All => _notices.Select(entry => entry.Value);

    /// <summary>Takes a notice, unless it is known within the window.</summary>
    /// <param name="channel">How it came.</param>
    /// <param name="recipient">The number or the address.</param>
    /// <param name="text">The text; the subject is a part of it.</param>
    /// <param name="window">How long a text is known again; null when it is taken each time.</param>
    /// <param name="provider">Who takes it, where a channel has several; each knows only what it took itself.</param>
    /// <returns>False when it was refused as a duplicate.</returns>
    public bool Take(NoticeChannel channel, string recipient, string text, TimeSpan? window, string provider = "")
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}|{recipient}|{text}"), hash);
        var key = BitConverter.ToUInt128(hash);
        var notice = Open(key, channel, recipient, text);
        var now = time.GetUtcNow();
        lock (notice)
        {
            if (window is { } wait && notice.LastTakenBy.TryGetValue(provider, out var last) && now - last < wait)
            {
                notice.DuplicatesRefused++;
                return false;
            }

            notice.Taken++;
            notice.LastTakenAt = now;
            if (window is not null) notice.LastTakenBy[provider] = now;
            if (log.IsKept) log.Write(new StateLine { Notice = notice.StateOf(key) });
            return true;
        }
    }

    /// <summary>Brings a notice back.</summary>
    public void Restore(NoticeState kept)
    {
        var key = UInt128.Parse(kept.Key, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var notice = new Notice(kept.Channel, kept.Recipient, kept.Dossier, kept.TextHash, Interlocked.Increment(ref _sequence))
        {
            Taken = kept.Taken,
            DuplicatesRefused = kept.DuplicatesRefused,
            LastTakenAt = kept.LastTakenAt,
            LastTakenBy = new Dictionary<string, DateTimeOffset>(kept.LastTakenBy ?? new Dictionary<string, DateTimeOffset>(), StringComparer.Ordinal),
        };
        if (_notices.TryAdd(key, notice)) _order.Enqueue(key);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _notices.Clear();
        _order.Clear();
    }

    /// <summary>A recipient as it may be shown: the beginning and the end.</summary>
    internal static string Masked(string recipient) =>
        recipient.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{recipient[0]}***{recipient[at..]}"
        : recipient.Length > VisibleEnd + 2 ? $"{recipient[..2]}***{recipient[^VisibleEnd..]}"
        : "***";

    private Notice Open(UInt128 key, NoticeChannel channel, string recipient, string text)
    {
        if (_notices.TryGetValue(key, out var known)) return known;
        var textHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
        var code = DossierCode().Match(text) is { Success: true, Value: var found } ? found : null;
        var made = new Notice(channel, Masked(recipient), code, textHash, Interlocked.Increment(ref _sequence));
        var kept = _notices.GetOrAdd(key, made);
        if (!ReferenceEquals(kept, made)) return kept;
        _order.Enqueue(key);
        while (_order.Count > settings.Value.MaxNotices && _order.TryDequeue(out var oldest)) _notices.TryRemove(oldest, out _);
        return kept;
    }

    [GeneratedRegex(@"\b[0-9A-Z]{1,5}(\.[0-9A-Z]{1,5}){0,6}-[0-9]{6}([0-9]{2})?-[0-9]{4,10}\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex DossierCode();
}
