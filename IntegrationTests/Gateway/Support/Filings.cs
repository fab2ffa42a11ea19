using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DichVuCong.Gateway.Tests.Support;

/// <summary>Filings as the portal sends them, on real procedures and places.</summary>
internal static class Filings
{
    public static readonly Uri Address = new("/v1/dossiers", UriKind.Relative);

    /// <summary>Registering a birth in a ward of Ha Noi: commune level, no unit of time published.</summary>
    public static JsonObject Birth(string submission) => new()
    {
        ["submissionId"] = submission,
        ["procedureCode"] = "1.001193",
        ["channel"] = "online",
        ["place"] = new JsonObject { ["province"] = "01", ["commune"] = "00004" },
        ["applicant"] = new JsonObject
        {
            ["kind"] = "citizen",
            ["personalId"] = "001190012345",
            ["fullName"] = "Nguyễn Thị Thử Nghiệm",
            ["phone"] = "0912345678",
            ["email"] = "thu.nghiem@example.vn",
            ["portalAccountId"] = "TECH-0001",
        },
        ["form"] = new JsonObject { ["hoTenCon"] = "Nguyễn Văn Bé", ["ngaySinhCon"] = "2026-11-01" },
        ["files"] = new JsonArray(File("TP01", "to-khai.pdf")),
        ["notify"] = new JsonArray("sms", "email"),
        ["returnBy"] = "online",
    };

    /// <summary>Registering the use of ground water: commune level, 7 working days.</summary>
    public static JsonObject GroundWater(string submission)
    {
        var filing = Birth(submission);
        filing["procedureCode"] = "1.001662";
        return filing;
    }

    public static JsonObject File(string component, string name, long size = 1024, string media = "application/pdf") => new()
    {
        ["componentCode"] = component,
        ["name"] = name,
        ["mediaType"] = media,
        ["size"] = size,
        ["sha256"] = new string('a', 64),
        ["url"] = $"http://127.0.0.1:9/portal/files/{component}",
    };

    public static Task<HttpResponseMessage> PostAsync(HttpClient client, JsonNode filing) => client.PostAsJsonAsync(Address, filing);

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>()).ShouldNotBeNull();

    /// <summary>Files it and reads the answer, which must be 201.</summary>
    public static async Task<JsonObject> FileAsync(HttpClient client, JsonNode filing)
    {
        using var response = await PostAsync(client, filing);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created, body);
        return JsonNode.Parse(body)!.AsObject();
    }
}
