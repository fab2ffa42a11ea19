using System.Collections.Frozen;
using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Sandbox.Agencies.Systems;

/// <summary>The systems of the shipped catalogue, and the procedures that they take in at their counters.</summary>
internal sealed class SystemDirectory
{
    private readonly FrozenDictionary<string, AgencySystem> _systems;

    /// <summary>Creates the directory of a catalogue.</summary>
    public SystemDirectory(CatalogueData catalogue)
    {
        All = [.. catalogue.Systems.Select((system, ordinal) => new AgencySystem(system, ordinal))];
        _systems = All.ToFrozenDictionary(system => system.Code, StringComparer.Ordinal);
        Procedures = catalogue.Procedures;
    }

    /// <summary>All systems.</summary>
    public IReadOnlyList<AgencySystem> All { get; }

    /// <summary>All procedures.</summary>
    public IReadOnlyList<Procedure> Procedures { get; }

    /// <summary>Reads the catalogue that is shipped beside the program.</summary>
    public static SystemDirectory Shipped() => new(CatalogueReader.Read(CatalogueFolder.Shipped).Data);

    /// <summary>The system of a code; null when there is none.</summary>
    public AgencySystem? Find(string code) => _systems.GetValueOrDefault(code);
}
