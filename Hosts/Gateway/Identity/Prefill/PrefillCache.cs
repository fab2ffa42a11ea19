using System.Collections.Concurrent;
using System.Text.Json;
using DichVuCong.Contracts.Identity;
using DichVuCong.Identity.Settings;
using DichVuCong.Registries.Sealing;

namespace DichVuCong.Gateway.Identity.Prefill;

/// <summary>
/// Answers of the national databases, for minutes and in memory alone: under the keyed hash of the number, and sealed, so that a dump of the process shows
/// nobody. What is full takes nothing more until something has had its time.
/// </summary>
internal sealed class PrefillCache(Sealer sealer, IdentitySettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>The answer that was kept, and when it was read; null when there is none.</summary>
    public (NationalRecord Record, DateTimeOffset At)? Find(string source, byte[] person)
    {
        if (!_entries.TryGetValue(KeyOf(source, person), out var entry) || time.GetUtcNow() >= entry.At + settings.Prefill.KeptFor) return null;
        var plain = sealer.Open(entry.Key, entry.Sealed, KeyOf(source, person));
        return (new NationalRecord(source, JsonSerializer.Deserialize(plain, PrefillCacheJson.Default.ListNationalField)!), entry.At);
    }

    /// <summary>Keeps an answer.</summary>
    public void Keep(NationalRecord record, byte[] person, DateTimeOffset at)
    {
        if (_entries.Count >= settings.Prefill.MostKept)
        {
            foreach (var (key, old) in _entries.Where(entry => at >= entry.Value.At + settings.Prefill.KeptFor)) _entries.TryRemove(new(key, old));
            if (_entries.Count >= settings.Prefill.MostKept) return;
        }

        var place = KeyOf(record.Source, person);
        _entries[place] = new Entry(sealer.CurrentKey, sealer.Seal(JsonSerializer.SerializeToUtf8Bytes([.. record.Fields], PrefillCacheJson.Default.ListNationalField), place), at);
    }

    private static string KeyOf(string source, byte[] person) => $"prefill/{source}/{Convert.ToHexStringLower(person)}";

    private sealed record Entry(short Key, byte[] Sealed, DateTimeOffset At);
}

/// <summary>How kept answers are written before they are sealed.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(List<NationalField>))]
internal sealed partial class PrefillCacheJson : System.Text.Json.Serialization.JsonSerializerContext;
