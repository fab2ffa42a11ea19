using DichVuCong.Adapters.Banks.Statements.Camt;
using DichVuCong.Adapters.Banks.Statements.Layouts;
using DichVuCong.Adapters.Banks.Statements.Swift;
using DichVuCong.Adapters.Banks.Statements.Text;

namespace DichVuCong.Adapters.Banks.Statements;

/// <summary>The families by the name that stands in a partner's settings, with what is inferred at its default.</summary>
public static class StatementFamilies
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IStatementFamily> All { get; } =
    [
        new TextFamily(NapasLayout.Of()),
        new TextFamily(MbLayout.Of()),
        new TextFamily(OcbLayout.Of()),
        new TextFamily(VnpayLayout.Of()),
        new TextFamily(PortalLayout.Of()),
        new CamtFamily(new CamtCodes()),
        new Mt940Family(new Mt940Codes()),
    ];

    /// <summary>The family of a name; null when there is none.</summary>
    public static IStatementFamily? Find(string name) => All.FirstOrDefault(family => family.Name == name);
}
