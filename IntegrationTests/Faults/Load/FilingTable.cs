using System.Globalization;
using System.Text.Json.Nodes;
using DichVuCong.Sandbox.Files;

namespace DichVuCong.Faults.Load;

/// <summary>A filing that is ready to be posted.</summary>
/// <param name="Body">The JSON.</param>
/// <param name="Channels">On which channels its applicant is notified: none unless it is served centrally.</param>
internal sealed record Filing(JsonObject Body, IReadOnlyList<string> Channels);

/// <summary>Makes filings of one procedure in every province: each goes to the province's system, and systems differ in how they talk.</summary>
internal sealed class FilingTable(Uri files, string run)
{
    /// <summary>Registering a death: served centrally, performed by communes, without conditions of its own.</summary>
    private const string Procedure = "1.000656";

    private static readonly (string Province, string Commune)[] Places =
    [
        ("01", "00004"), ("04", "01273"), ("08", "00691"), ("11", "03127"), ("12", "03388"), ("14", "03646"), ("15", "02647"), ("19", "01840"), ("20", "05977"),
        ("22", "06652"), ("24", "07210"), ("25", "05128"), ("31", "10507"), ("33", "12619"), ("37", "13285"), ("38", "14758"), ("40", "17611"), ("42", "18073"),
        ("44", "18859"), ("46", "19753"), ("48", "20194"), ("51", "23293"), ("52", "21553"), ("56", "22333"), ("66", "22015"), ("68", "22918"), ("75", "25195"),
        ("79", "25747"), ("80", "25459"), ("82", "28249"), ("86", "28756"), ("91", "30292"), ("92", "31120"), ("96", "31825"),
    ];

    private static readonly string[][] ChannelSets = [["sms"], ["email"], [], ["sms", "email"]];

    /// <summary>The name of a filing.</summary>
    public string SubmissionOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{run}-{number:D6}");

    /// <summary>The filing of a number: the same for the same number.</summary>
    public Filing Of(int number)
    {
        var (province, commune) = Places[number % Places.Length];
        var channels = ChannelSets[number / Places.Length % ChannelSets.Length];
        var body = new JsonObject
        {
            ["submissionId"] = SubmissionOf(number),
            ["procedureCode"] = Procedure,
            ["channel"] = "online",
            ["place"] = new JsonObject { ["province"] = province, ["commune"] = commune },
            ["applicant"] = new JsonObject
            {
                ["kind"] = "citizen",
                ["personalId"] = string.Create(CultureInfo.InvariantCulture, $"001190{number % 1_000_000:D6}"),
                ["fullName"] = "Nguyễn Thị Thử Nghiệm",
                ["phone"] = string.Create(CultureInfo.InvariantCulture, $"098{number % 10_000_000:D7}"),
                ["email"] = string.Create(CultureInfo.InvariantCulture, $"nguoi.nop.{number}@thunghiem.example"),
            },
            ["form"] = new JsonObject { ["noiDung"] = "Dữ liệu thử nghiệm, không phải hồ sơ thật" },
            ["files"] = new JsonArray(FileOf(number, "giay-bao-tu.pdf", "TP01")),
            ["notify"] = new JsonArray([.. channels.Select(channel => (JsonNode)channel)]),
            ["returnBy"] = "online",
        };
        return new Filing(body, channels);
    }

    /// <summary>A supplement to it: one more file.</summary>
    public JsonObject SupplementTo(int number) => new()
    {
        ["submissionId"] = SubmissionOf(number) + "-s",
        ["files"] = new JsonArray(FileOf(number + 25, "giay-to-bo-sung.pdf", "TP02")),
    };

    private JsonObject FileOf(int number, string name, string component)
    {
        var file = new PortalFile((uint)(1 + (number % 50)), 2_000);
        return new JsonObject
        {
            ["componentCode"] = component,
            ["name"] = name,
            ["mediaType"] = "application/pdf",
            ["size"] = file.Size,
            ["sha256"] = file.Sha256(),
            ["url"] = file.UrlAt(files, name).AbsoluteUri,
        };
    }
}
