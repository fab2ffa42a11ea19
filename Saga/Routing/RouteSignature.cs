using System.Text;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Saga.Routing;

/// <summary>
/// Everything on which the routing of a procedure at a level depends, besides place and day. Procedures with the same signature lead to the
/// same agencies and systems everywhere, so that one of them is checked for all.
/// </summary>
/// <param name="Level">The level.</param>
/// <param name="Key">The rows in their order, without their names, and the procedure itself when some system route names it.</param>
internal readonly record struct RouteSignature(AdministrativeLevel Level, string Key)
{
    public static RouteSignature Of(CatalogueIndex catalogue, ProcedureCode procedure, AdministrativeLevel level)
    {
        var key = new StringBuilder();
        foreach (var row in catalogue.Routes.RowsOf(procedure, level))
        {
            key.Append(row.Procedure is null ? '*' : '=').Append(row.Case).Append('@').Append(row.Place).Append(' ')
                .Append(row.Target).Append(' ').Append(row.Validity).Append(' ').Append(row.State).Append('\n');
        }

        if (catalogue.Systems.NamedProcedures.Contains(procedure)) key.Append(procedure);
        return new RouteSignature(level, key.ToString());
    }
}
