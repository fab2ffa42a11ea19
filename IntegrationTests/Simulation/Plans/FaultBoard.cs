using DichVuCong.Simulation.Bus.Hosts;
using DichVuCong.Simulation.Chance;

namespace DichVuCong.Simulation.Plans;

/// <summary>The faults that stand ready, each taken once, and the moods of the partners.</summary>
internal sealed class FaultBoard(Fate fate)
{
    private readonly List<HostFault> _armed = [];
    private readonly List<Mood> _moods = [];

    public void Arm(HostFault fault) => _armed.Add(fault);

    public void Begin(Mood mood) => _moods.Add(mood);

    /// <summary>The end of all faults: what stands ready is taken away, and nobody misbehaves any more.</summary>
    public void Clear()
    {
        _armed.Clear();
        _moods.Clear();
    }

    /// <summary>The fault that a host meets at a point, if one stands ready.</summary>
    public HostFault? Take(int host, Point point)
    {
        var index = _armed.FindIndex(fault => fault.Host == host && fault.Point == point);
        if (index < 0) return null;
        var taken = _armed[index];
        _armed.RemoveAt(index);
        return taken;
    }

    /// <summary>How a call of a partner goes wrong; null when it does not.</summary>
    public MoodKind? MoodOf(string partner, long about, DateTimeOffset now)
    {
        foreach (var mood in _moods)
        {
            if (mood.Partner != partner || now >= mood.Until) continue;
            if (fate.Happens(mood.Percent, "mood", about ^ (long)mood.Kind, now.UtcTicks)) return mood.Kind;
        }

        return null;
    }
}
