using System.Collections.Frozen;
using DichVuCong.Adapters.OneStop.Wire;
using DichVuCong.Adapters.OneStop.Wire.Requests;
using Newtonsoft.Json;

namespace DichVuCong.Adapters.OneStop.Replies;

/// <summary>The replies to calls that are refused as a whole.</summary>
public static class FaultReplies
{
    /// <summary>Services whose clients read anything in <c>result</c> as an answer (2.8: not empty means "exists"): their faults stand beside it.</summary>
    private static readonly FrozenSet<string> ResultIsAnAnswer =
        new[] { OneStopServices.LookUpDossier, OneStopServices.LookUpAccount }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The reply to a call that breaks a rule.</summary>
    /// <param name="style">How the system wants to be answered.</param>
    /// <param name="service">The service that was called; empty when not even that could be read.</param>
    /// <param name="fault">The rule that was broken.</param>
    public static byte[] Of(ReplyStyle style, string service, WireFault fault) =>
        ReplyBody.Of(style, ReplyTable.Failure, fault.Message, writer =>
        {
            var apart = ResultIsAnAnswer.Contains(service);
            writer.WritePropertyName("result");
            WriteArray(writer, apart ? [] : [fault]);
            if (!apart) return;
            writer.WritePropertyName("errors");
            WriteArray(writer, [fault]);
        });

    /// <summary>The reply to a service that is not supported: by its name.</summary>
    public static byte[] Unsupported(ReplyStyle style, UnsupportedService request) =>
        Of(style, request.Service, new WireFault("envelope.service.unsupported", "service", $"Dịch vụ chưa hỗ trợ: {request.Name}"));

    /// <summary>The reply to a login that is refused: it does not say whether the name or the password is wrong.</summary>
    public static byte[] LoginRefused(ReplyStyle style) =>
        Of(style, "", new WireFault("login.refused", "username", "Tên đăng nhập hoặc mật khẩu không đúng."));

    /// <summary>The reply to a call whose session is missing, unknown or has run out: the client is to log in again.</summary>
    public static byte[] SessionRefused(ReplyStyle style, string service) =>
        Of(style, service, new WireFault("envelope.session.invalid", "session", "Phiên làm việc không hợp lệ hoặc đã hết hạn, đề nghị đăng nhập lại."));

    /// <summary>The reply to a call that there is no time for just now: nothing was done.</summary>
    public static byte[] TryAgain(ReplyStyle style, string service)
    {
        var line = ReplyTable.Of(ItemOutcome.TryAgain, style);
        return Of(style, service, new WireFault(line.Code, "", line.Text));
    }

    internal static void WriteArray(JsonTextWriter writer, IReadOnlyList<WireFault> faults)
    {
        writer.WriteStartArray();
        foreach (var fault in faults)
        {
            writer.WriteStartObject();
            WriteMembers(writer, fault);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static void WriteMembers(JsonTextWriter writer, WireFault fault)
    {
        writer.WritePropertyName("code");
        writer.WriteValue(fault.Code);
        writer.WritePropertyName("field");
        writer.WriteValue(fault.Field);
        writer.WritePropertyName("message");
        writer.WriteValue(fault.Message);
    }
}
