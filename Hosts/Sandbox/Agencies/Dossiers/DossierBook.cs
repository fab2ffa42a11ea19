using System.Collections.Concurrent;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.State;

namespace DichVuCong.Sandbox.Agencies.Dossiers;

/// <summary>All dossiers of all systems. Bounded: beyond the setting the oldest finished ones are forgotten.</summary>
internal sealed class DossierBook(CurrentSettings settings, StateLog log)
{
    private readonly ConcurrentDictionary<(AgencySystem System, string Code), AgencyDossier> _dossiers = new();
    private readonly ConcurrentQueue<AgencyDossier> _finished = new();
    private long _sequence;
    private long _forgotten;
    private int _count;

    /// <summary>All dossiers, in no order.</summary>
    public IEnumerable<AgencyDossier> All => _dossiers.Select(entry => entry.Value);

    /// <summary>How many were forgotten.</summary>
    public long Forgotten => Interlocked.Read(ref _forgotten);

    /// <summary>The dossier of a system; null when it never heard of it.</summary>
    public AgencyDossier? Find(AgencySystem system, string code) => _dossiers.GetValueOrDefault((system, code));

    /// <summary>The dossier of a system, from now on known.</summary>
    public AgencyDossier Open(AgencySystem system, string code, bool isCounter = false)
    {
        if (_dossiers.TryGetValue((system, code), out var known)) return known;
        var made = new AgencyDossier(code, system, Interlocked.Increment(ref _sequence), isCounter);
        var kept = _dossiers.GetOrAdd((system, code), made);
        if (ReferenceEquals(kept, made) && Interlocked.Increment(ref _count) > settings.Value.MaxDossiers) Forget();
        return kept;
    }

    /// <summary>Writes down what a dossier has come to: under its lock, and before anybody is told. What was forgotten stays so.</summary>
    public void Keep(AgencyDossier dossier)
    {
        if (log.IsKept && ReferenceEquals(Find(dossier.System, dossier.Code), dossier)) log.Write(new StateLine { Dossier = dossier.State });
    }

    /// <summary>Says that nothing more will happen to a dossier of itself.</summary>
    public void Finished(AgencyDossier dossier) => _finished.Enqueue(dossier);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _dossiers.Clear();
        _finished.Clear();
        log.Write(new StateLine { Cleared = true });
        Interlocked.Exchange(ref _count, 0);
        Interlocked.Exchange(ref _forgotten, 0);
    }

    private void Forget()
    {
        while (_finished.TryDequeue(out var oldest))
        {
            if (!_dossiers.TryRemove(KeyValuePair.Create((oldest.System, oldest.Code), oldest))) continue;
            Interlocked.Decrement(ref _count);
            Interlocked.Increment(ref _forgotten);
            return;
        }
    }
}
