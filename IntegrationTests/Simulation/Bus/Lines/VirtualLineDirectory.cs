using DichVuCong.Runtime.Lanes;
using DichVuCong.Runtime.Lines;
using DichVuCong.Simulation.Bus.Store;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>The lines that exist: one for each partner that a modelled one has declared.</summary>
internal sealed class VirtualLineDirectory(Tables tables) : ILineDirectory
{
    private readonly Dictionary<string, int[]> _byPartner = new(StringComparer.Ordinal);

    public void Declare(LineDeclaration declaration)
    {
        var ids = Enumerable.Range(0, declaration.Shards).Select(shard => Add(declaration, (short)shard)).ToArray();
        _byPartner.Add(declaration.Partner, ids);
    }

    /// <summary>An announced time out of service: the partner is not called then.</summary>
    public void Announce(string partner, DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var id in _byPartner[partner])
        {
            var line = tables.Lines[id];
            line.Settings = line.Settings with { Windows = [.. line.Settings.Windows, (from, to)] };
        }
    }

    public int? LineFor(string partner, string key) =>
        _byPartner.TryGetValue(partner, out var shards) ? shards[Lane.Of(key) % shards.Length] : null;

    private int Add(LineDeclaration declaration, short shard)
    {
        var id = tables.Lines.Count + 1;
        tables.Lines.Add(id, new LineTable(new LineSettings(id, declaration.Partner, shard, declaration.Limits, Stopped: false, [])));
        return id;
    }
}
