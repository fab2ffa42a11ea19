using System.Collections.Frozen;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Routing;

/// <summary>One version of the catalogue, ready for look-ups. Immutable: the host makes a new one when the version changes.</summary>
public sealed class CatalogueIndex
{
    private readonly FrozenDictionary<ProcedureCode, Procedure> _procedures;

    /// <summary>Makes the look-ups of a catalogue whose keys are unique, as the registry's are.</summary>
    public CatalogueIndex(CatalogueData data)
    {
        Data = data;
        _procedures = data.Procedures.ToFrozenDictionary(procedure => procedure.Code);
        Places = new PlaceIndex(data);
        Agencies = new AgencyIndex(data);
        Systems = new SystemIndex(data, Agencies);
        Routes = new RouteIndex(data);
        Requirements = new RequirementIndex(data.Requirements);
    }

    /// <summary>The catalogue.</summary>
    public CatalogueData Data { get; }

    /// <summary>Its version.</summary>
    public int Version => Data.Version;

    /// <summary>The places.</summary>
    public PlaceIndex Places { get; }

    /// <summary>The agencies.</summary>
    public AgencyIndex Agencies { get; }

    /// <summary>The one-stop systems.</summary>
    public SystemIndex Systems { get; }

    /// <summary>The technical requirements (A14.3).</summary>
    public RequirementIndex Requirements { get; }

    /// <summary>The routes to agencies.</summary>
    internal RouteIndex Routes { get; }

    /// <summary>A procedure by its code, with or without an agency's suffix; null when the catalogue has none.</summary>
    public Procedure? FindProcedure(ProcedureCode code) => _procedures.GetValueOrDefault(code.National);
}
