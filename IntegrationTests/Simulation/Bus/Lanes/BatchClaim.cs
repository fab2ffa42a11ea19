using DichVuCong.Runtime.Lanes;

namespace DichVuCong.Simulation.Bus.Lanes;

/// <summary>Takes an equal number from each flow of the locked lanes, the oldest first; what is claimed is decided in its order.</summary>
internal static class BatchClaim
{
    public static List<Envelope> Take(World world, List<short> lanes)
    {
        var share = (int)world.Fate.Between(1, 12, "share", world.Now.UtcTicks);
        var taken = new List<Envelope>();
        var flows = new Dictionary<int, int>();
        foreach (var lane in lanes)
        {
            flows.Clear();
            foreach (var message in world.Tables.Ready[lane].Values)
            {
                var count = flows.GetValueOrDefault(message.Flow);
                if (count == share) continue;
                flows[message.Flow] = count + 1;
                taken.Add(message);
            }
        }

        taken.Sort((left, right) => left.Seq.CompareTo(right.Seq));
        return taken;
    }
}
