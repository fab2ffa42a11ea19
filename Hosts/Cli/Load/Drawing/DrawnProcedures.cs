using System.Text.Json;
using DichVuCong.Adapters.ProcedureDatabase;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;
using DichVuCong.Saga.Routing;

namespace DichVuCong.Cli.Load.Drawing;

/// <summary>A procedure at a place, filed through a channel, that leads to exactly one agency.</summary>
internal sealed record Draw(
    Procedure Procedure, AdministrativeLevel Level, int? Case, FilingChannel Channel, Place Place, AgencyCode Agency, string System, bool Central);

/// <summary>
/// Draws from the real procedures and communes of the shipped catalogue. Procedures with conditions of their own (fields of a form, named
/// components: technical-requirements.json) are left out: no generator knows what they ask.
/// </summary>
internal sealed class DrawnProcedures
{
    private const string RequirementsFile = "technical-requirements.json";
    private const int MostTries = 500;
    private readonly Router _router;
    private readonly IReadOnlyList<Place> _communes;
    private readonly IReadOnlyList<Procedure> _central;
    private readonly IReadOnlyList<Procedure> _others;

    private DrawnProcedures(CatalogueIndex catalogue, IReadOnlySet<string> demanding)
    {
        _router = new Router(catalogue);
        _communes = catalogue.Places.Communes;
        var offered = catalogue.Data.Procedures.Where(procedure => procedure.Levels.Count > 0 && !demanding.Contains(procedure.Code.Value)).ToList();
        _central = offered.FindAll(procedure => procedure.Served == ServedAt.Central);
        _others = offered.FindAll(procedure => procedure.Served != ServedAt.Central);
    }

    /// <summary>Reads the catalogue that the program ships.</summary>
    public static DrawnProcedures Shipped() => new(new CatalogueIndex(CatalogueReader.Read(CatalogueFolder.Shipped).Data), Demanding());

    /// <summary>Draws from a catalogue that is in use.</summary>
    public static DrawnProcedures Of(CatalogueIndex catalogue) => new(catalogue, Demanding());

    /// <summary>The next draw.</summary>
    /// <param name="random">The chance.</param>
    /// <param name="date">The day of filing.</param>
    /// <param name="central">Whether the procedure is served centrally, so that its applicant is notified.</param>
    /// <param name="atCounter">Whether an officer takes it at a counter.</param>
    public Draw Next(Random random, DateOnly date, bool central, bool atCounter)
    {
        var procedures = central ? _central : _others;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var procedure = procedures[random.Next(procedures.Count)];
            var place = _communes[random.Next(_communes.Count)];
            var level = procedure.Levels[random.Next(procedure.Levels.Count)];
            var channel = atCounter ? FilingChannel.Direct : FilingChannel.Online;
            var cases = procedure.Channels.Where(row => row.Channel == channel).Select(row => row.Case).ToList();
            int? number = cases.Count > 1 ? cases[random.Next(cases.Count)] : null;
            var question = new RoutingQuestion
            {
                Procedure = procedure.Code,
                Channel = channel,
                Date = date,
                Place = place,
                Level = level,
                Case = number,
                AtCounter = atCounter,
            };
            if (_router.Resolve(question) is RoutingAnswer.Routed routed)
            {
                return new Draw(procedure, level, number, channel, place, routed.Agency.Code, routed.System.Code, routed.Central);
            }
        }

        throw new InvalidOperationException("The shipped catalogue leads nowhere.");
    }

    private static HashSet<string> Demanding()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "catalogue", RequirementsFile);
        if (!File.Exists(file)) return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return
        [
            .. document.RootElement.GetProperty("procedures").EnumerateArray().Select(row => row.TryGetProperty("code", out var code) ? code.GetString() : null)
                .OfType<string>(),
        ];
    }
}
