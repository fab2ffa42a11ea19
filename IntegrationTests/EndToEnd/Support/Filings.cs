using System.Text.Json.Nodes;

namespace DichVuCong.EndToEnd.Tests.Support;

/// <summary>Filings of real procedures, by where they go.</summary>
internal static class Filings
{
    /// <summary>A birth in Ha Noi: the city's system, H26. Served centrally, so its applicant is notified.</summary>
    public static JsonObject InHanoi(string submission) => Birth(submission, "01", "00004");

    /// <summary>A birth in Tuyen Quang: H60.</summary>
    public static JsonObject InTuyenQuang(string submission) => Birth(submission, "08", "00691");

    private static JsonObject Birth(string submission, string province, string commune) => new()
    {
        ["submissionId"] = submission,
        ["procedureCode"] = "1.000656",
        ["channel"] = "online",
        ["place"] = new JsonObject { ["province"] = province, ["commune"] = commune },
        ["applicant"] = new JsonObject
        {
            ["kind"] = "citizen",
            ["personalId"] = "001190012345",
            ["fullName"] = "Nguyễn Thị Thử Nghiệm",
            ["phone"] = "0912345678",
            ["email"] = "thu.nghiem@example.vn",
        },
        ["notify"] = new JsonArray("sms", "email"),
    };
}
