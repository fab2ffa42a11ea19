using System.Globalization;
using System.Text.Json;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;

namespace DichVuCong.Sandbox.Post;

/// <summary>Somebody calls one of the post's operations (<c>external-parties.md</c> B1).</summary>
internal sealed class PostVisit(PostCall call, PostDesk desk, PostBook book, PostTokens tokens, PostPages pages) : IVisit
{
    private static readonly string[] Needed =
        ["CustomerCode", "OrderNumber", "SenderAddress", "SenderName", "SenderTel", "ReceiverName", "ReceiverAddress", "ReceiverTel"];

    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault)
    {
        if (fault == FaultKind.TokenEnded) tokens.End(call.Authorization);
        if (!tokens.Holds(call.Authorization)) return Json(new { fault = new { code = 900901, message = "Invalid Credentials" } }) with { Status = StatusCodes.Status401Unauthorized };
        if (fault == FaultKind.Refuse) return Status("102", "Dữ liệu không hợp lệ");
        return call.Operation switch
        {
            PostOperation.Create => Create(fault),
            PostOperation.Cancel => Cancel(),
            PostOperation.Register => Register(),
            _ => Track(fault),
        };
    }

    private HttpAnswer Create(FaultKind? fault)
    {
        if (call.Body is not { } order) return Status("103", "Nội dung không phải JSON");
        if (Needed.FirstOrDefault(name => Text(order, name).Length == 0) is { } missing) return Status("104", $"Thiếu {missing}");
        if (!IsProvince(order, "SenderProvince") || !IsProvince(order, "ReceiverProvince")) return Status("105", "Mã tỉnh không đúng");
        var cash = order.TryGetProperty("CODAmount", out var amount) && amount.TryGetInt64(out var dong) ? dong : 0;
        return desk.Take(Text(order, "OrderNumber"), Text(order, "CustomerCode"), cash, fault == FaultKind.NoDuplicateCheck) ? Status("100", "Thành công") : Status("101", "Đơn hàng đã tồn tại");
    }

    private HttpAnswer Cancel() => desk.Cancel(call.Query("OrderNumber")) switch
    {
        true => Status("100", "Thành công"),
        false => Status("106", "Đơn hàng đã thu gom"),
        null => Status("107", "Không có đơn hàng"),
    };

    private HttpAnswer Register()
    {
        if (call.Body is not { } document || Text(document, "OrderNumber").Length == 0) return Status("103", "Thiếu OrderNumber");
        book.Register(Text(document, "OrderNumber"));
        return Status("100", "Thành công");
    }

    private HttpAnswer Track(FaultKind? fault)
    {
        if (!int.TryParse(call.Query("pagesize"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > 1000 || call.Query("lastId").Length != 24)
        {
            return Json(new { error = "pagesize or lastId" }) with { Status = StatusCodes.Status400BadRequest };
        }

        var events = book.After(pages.CursorOf(call.Query("lastId"), repeats: fault == FaultKind.PageRepeated), size);
        return Json(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["_size"] = events.Count,
            ["_total_pages"] = 1,
            ["_returned"] = events.Count,
            ["_embedded"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["rh:doc"] = events.Select(Row) },
        });
    }

    private static Dictionary<string, object> Row(PostEventRecord told) => new(StringComparer.Ordinal)
    {
        ["_id"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["$oid"] = told.Id },
        ["CustomerCode"] = told.Customer,
        ["OrderNumber"] = told.Number,
        ["EventTime"] = told.At.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        ["POSID"] = "700000",
        ["ItemCode"] = "EH" + told.Number[^7..] + "VN",
        ["StatusCode"] = told.Code,
        ["StatusMessage"] = told.Text,
        ["Notes"] = "",
    };

    private static bool IsProvince(JsonElement order, string name) => order.TryGetProperty(name, out var code) && code.TryGetInt32(out var number) && number is >= 10 and <= 99;

    private static string Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static HttpAnswer Status(string status, string message) => Json(new Dictionary<string, string>(StringComparer.Ordinal) { ["Status"] = status, ["Message"] = message });

    private static HttpAnswer Json(object body) => HttpAnswer.OfJson(JsonSerializer.SerializeToUtf8Bytes(body));
}

/// <summary>What can be asked of the post.</summary>
internal enum PostOperation : byte
{
    Create,
    Cancel,
    Register,
    Track,
}

/// <summary>A call as it came.</summary>
internal sealed record PostCall(PostOperation Operation, string Authorization, JsonElement? Body, Func<string, string> Query);

/// <summary>Which page was shown last, for a post that shows it again.</summary>
internal sealed class PostPages
{
    private string _before = new('0', 24);
    private string _last = new('0', 24);

    /// <summary>The cursor to answer with: the one that was asked for, or the one of the question before.</summary>
    public string CursorOf(string asked, bool repeats)
    {
        lock (this)
        {
            if (asked != _last) (_before, _last) = (_last, asked);
            return repeats ? _before : asked;
        }
    }
}
