using DichVuCong.Contracts.Dossiers;
using DichVuCong.Messaging;
using DichVuCong.Simulation.Bus;
using DichVuCong.Simulation.Chance;

namespace DichVuCong.Simulation.Partners.OneStop;

/// <summary>
/// One agency's system: it stores what it is handed under our code, refuses a few, says what it knows when it is asked, and reports its
/// progress in its own time.
/// </summary>
internal sealed class OneStopModel(World world, string code, bool hasLookup)
{
    private readonly Dictionary<string, StoredDossier> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Action>> _untilStored = new(StringComparer.Ordinal);

    public string Code { get; } = code;

    /// <summary>Whether it can be asked about a dossier.</summary>
    public bool HasLookup { get; } = hasLookup;

    public IReadOnlyDictionary<string, StoredDossier> Stored => _stored;

    /// <summary>The dossiers that it ever forgot.</summary>
    public HashSet<string> Forgotten { get; } = new(StringComparer.Ordinal);

    /// <summary>The dossiers about which it lied.</summary>
    public HashSet<string> Lies { get; } = new(StringComparer.Ordinal);

    /// <summary>The dossiers that it refused for good.</summary>
    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes a dossier, or a new revision of one.</summary>
    public Outcome Receive(DeliverDossier command)
    {
        var key = command.Dossier.Value;
        world.Note("agency takes", key, command.Revision);
        if (!_stored.TryGetValue(key, out var stored))
        {
            if (world.Fate.Happens(4, "refuses", Lane(key)))
            {
                Refused.Add(key);
                return Outcome.Refused("refused", new DeliveryRefused(command.Dossier, command.Revision, "Thiếu trường bắt buộc"));
            }

            _stored.Add(key, new StoredDossier(command.Revision, world.Now));
            if (_untilStored.Remove(key, out var waiting))
            {
                foreach (var report in waiting) world.Agenda.In(TimeSpan.FromMinutes(1), report);
            }

            return Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false));
        }

        if (command.Revision == 1) return Outcome.Done(new DossierDelivered(command.Dossier, 1, AlreadyThere: true));
        _stored[key] = stored with { Revision = command.Revision };
        return Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: false));
    }

    /// <summary>Says whether it has a dossier.</summary>
    public Outcome Find(DeliverDossier command) => _stored.ContainsKey(command.Dossier.Value)
        ? Outcome.Done(new DossierDelivered(command.Dossier, command.Revision, AlreadyThere: true))
        : Outcome.Absent("not found");

    /// <summary>Reports once it has the dossier; one that it received at its own counter it has.</summary>
    public void WhenStored(string dossier, Action report)
    {
        if (_stored.ContainsKey(dossier))
        {
            report();
            return;
        }

        if (!_untilStored.TryGetValue(dossier, out var waiting)) _untilStored.Add(dossier, waiting = []);
        waiting.Add(report);
    }

    /// <summary>A dossier received at its own counter.</summary>
    public void StoreOwn(string dossier) => _stored.TryAdd(dossier, new StoredDossier(1, world.Now));

    public void Forget(DateTimeOffset since)
    {
        foreach (var key in _stored.Where(row => row.Value.At >= since).Select(row => row.Key).ToList())
        {
            _stored.Remove(key);
            Forgotten.Add(key);
        }
    }

    private static long Lane(string key) => Fate.NumberOf(Runtime.Identity.DerivedId.Of(Guid.Empty, Runtime.Lanes.Lane.Of(key)));
}

/// <summary>A dossier as the agency has it.</summary>
internal sealed record StoredDossier(int Revision, DateTimeOffset At);
