using System.Collections.Concurrent;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Faults;

/// <summary>The faults in force, by party.</summary>
internal sealed class FaultBook(CurrentSettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Fault[]> _faults = new(StringComparer.Ordinal);

    /// <summary>The faults in force.</summary>
    public IEnumerable<(string Party, Fault Fault)> All =>
        _faults.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.Where(IsInForce).Select(fault => (entry.Key, fault)));

    /// <summary>Puts faults in force, in place of those that the party had.</summary>
    public void Put(string party, IReadOnlyList<FaultRequest> requests)
    {
        var now = time.GetUtcNow();
        _faults[party] = [.. requests.Select(request => new Fault(
            FaultModes.Find(request.Mode)!, request, request.Seconds is { } seconds ? now.AddSeconds(seconds) : null))];
    }

    /// <summary>Ends the faults of a party.</summary>
    public void Remove(string party) => _faults.TryRemove(party, out _);

    /// <summary>Ends all faults.</summary>
    public void Clear() => _faults.Clear();

    /// <summary>The fault that strikes a call of a party; null for none.</summary>
    /// <param name="party">The party.</param>
    /// <param name="call">What the call is for.</param>
    /// <param name="key">Whom it is about: a dossier, a number, a file.</param>
    public Fault? Draw(string party, FaultCalls call, string key)
    {
        if (_faults.IsEmpty) return null;
        foreach (var fault in Of(party))
        {
            if ((fault.Mode.Calls & call) != FaultCalls.None && IsInForce(fault) && fault.Strikes(settings.Value.Seed, party, key)) return fault;
        }

        return null;
    }

    /// <summary>Whether one mode strikes a call of a party.</summary>
    public Fault? Draw(string party, FaultKind kind, string key)
    {
        if (_faults.IsEmpty) return null;
        foreach (var fault in Of(party))
        {
            if (fault.Kind == kind && IsInForce(fault) && fault.Strikes(settings.Value.Seed, party, key)) return fault;
        }

        return null;
    }

    /// <summary>Whether a party is down altogether: it takes no call and makes none.</summary>
    public bool IsDown(string party) => !_faults.IsEmpty && Of(party).Any(fault => fault is { Kind: FaultKind.Down, Request.Share: >= 1 } && IsInForce(fault));

    private IEnumerable<Fault> Of(string party)
    {
        var own = _faults.GetValueOrDefault(party, []);
        return Parties.AllOf(party) is { } all && _faults.TryGetValue(all, out var common) ? own.Concat(common) : own;
    }

    private bool IsInForce(Fault fault) => fault.Until is not { } until || time.GetUtcNow() < until;
}
