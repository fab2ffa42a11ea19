using DichVuCong.Simulation.Bus.Registries;

namespace DichVuCong.Simulation.Bus.Doors;

/// <summary>The rows that the door writes beside its messages.</summary>
internal static class DoorRecord
{
    /// <summary>Writes a row.</summary>
    /// <returns>False when a key of the database is taken.</returns>
    public static bool TryWrite(World world, object record)
    {
        switch (record)
        {
            case DossierEntry birth:
                return world.Registry.TryAdd(birth);
            case StoredRevision stored:
                var dossier = world.Registry.Find(stored.Dossier)!;
                if (dossier.Revision >= stored.Revision) return false;
                dossier.Revision = stored.Revision;
                return true;
            default:
                throw new InvalidOperationException($"The door keeps no {record.GetType().Name}.");
        }
    }
}

/// <summary>A revision of a dossier's content is stored.</summary>
internal sealed record StoredRevision(string Dossier, int Revision);
