using System.Collections.Frozen;
using DichVuCong.Adapters.ProcedureDatabase.Findings;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Adapters.ProcedureDatabase.Procedures;

/// <summary>Publishing agencies by their names, and their sectors. Names are compared as they stand: a similar one is no match.</summary>
internal sealed class PublisherTable(IEnumerable<Agency> agencies, IEnumerable<Sector> sectors)
{
    private readonly FrozenDictionary<string, AgencyCode> _publishers = agencies
        .Where(agency => agency.Parent is null && agency.Validity.To is null)
        .GroupBy(agency => agency.Name, StringComparer.OrdinalIgnoreCase)
        .Where(named => named.Count() == 1)
        .ToFrozenDictionary(named => named.Key, named => named.First().Code, StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<(AgencyCode Publisher, string Name), Sector> _sectors =
        sectors.ToFrozenDictionary(sector => (sector.Publisher, sector.Name));

    /// <summary>The publisher and the sector; null for what the tables do not have, with a finding.</summary>
    public (AgencyCode? Publisher, Sector? Sector) Find(string publisherName, string sectorName, LineLog line)
    {
        if (!_publishers.TryGetValue(publisherName, out var publisher))
        {
            line.Add(ProcedureFindings.UnknownPublisher, $"The publisher '{publisherName}' is no open ministry or court; there are no default routes.");
            return (null, null);
        }

        if (_sectors.TryGetValue((publisher, sectorName), out var sector)) return (publisher, sector);
        line.Add(ProcedureFindings.UnknownSector, $"The sector '{sectorName}' of {publisher} is not in the table of sectors; there are no default routes.");
        return (publisher, null);
    }
}
