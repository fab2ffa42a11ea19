namespace DichVuCong.Contracts.Catalogue;

/// <summary>A sector of administration (lĩnh vực) of one publishing agency, and by whom its procedures are performed unless a route says otherwise.</summary>
/// <param name="Code">Our code (MALINHVUC), <c>G15-HT01</c>: no public list of the official ones exists.</param>
/// <param name="Name">The name (TENLINHVUC).</param>
/// <param name="Publisher">The agency that publishes its procedures (MANGANH).</param>
/// <param name="Vertical">Whether the publishing agency runs it through territorial units of its own instead of the provinces' authorities.</param>
/// <param name="AtMinistry">Whether the publishing agency itself performs procedures of ministry level.</param>
/// <param name="AtProvince">The kind of unit that performs procedures of province level; null for no default.</param>
/// <param name="AtCommune">The kind of unit that performs procedures of commune level; null for no default.</param>
public sealed record Sector(
    string Code, string Name, AgencyCode Publisher, bool Vertical, bool AtMinistry, AgencyKind? AtProvince, AgencyKind? AtCommune);
