using DichVuCong.Runtime.Lines;

namespace DichVuCong.Simulation.Bus.Lines;

/// <summary>Reads lines ahead of their calls, as <c>LineReader</c> does.</summary>
internal static class ReadAhead
{
    /// <summary>Fills the queues; calls of closed keys are returned, to be held.</summary>
    public static List<(Line, OutboundCall)> Run(World world, IEnumerable<Line> lines)
    {
        var toHold = new List<(Line, OutboundCall)>();
        foreach (var line in lines.Where(line => line is { MayHaveMore: true, IsLost: false }))
        {
            foreach (var row in world.Tables.Lines[line.Settings.Id].Outbound.Values)
            {
                if (line.Queue.Known.Contains(row.Seq)) continue;
                var call = row.Read();
                if (line.ClosedKeys.Contains(call.Key)) toHold.Add((line, call));
                else line.Queue.Add(call);
            }

            line.MayHaveMore = false;
        }

        return toHold;
    }
}
