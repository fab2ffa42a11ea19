using System.Text;
using System.Text.Json;
using DichVuCong.Abuse.Tests.Mutation;

namespace DichVuCong.Abuse.Tests.Http;

/// <summary>The shapes of answers that were agreed with callers.</summary>
internal enum AnswerShape
{
    /// <summary>Plain text.</summary>
    Plain,

    /// <summary>The portal's: JSON, refusals as problem+json.</summary>
    Portal,

    /// <summary>Files: bytes, refusals as problem+json.</summary>
    File,

    /// <summary>The one-stop envelope.</summary>
    Envelope,

    /// <summary>The one-stop envelope as a text in another's message.</summary>
    Wrapped,

    /// <summary>The portal's, and 503 partner-unavailable while a payment partner is away.</summary>
    Paying,

    /// <summary>A page for a payer's browser: HTML or a way on, refusals as problem+json.</summary>
    Page,

    /// <summary>A page for the browser of somebody who signs in: a way on, or HTML that says why there is none; refusals of quotas as problem+json.</summary>
    SignIn,

    /// <summary>VNPAY's reply to its IPN.</summary>
    Vnpay,

    /// <summary>VietQR's reply to a movement.</summary>
    VietQr,

    /// <summary>VietQR's token, or its refusal.</summary>
    VietQrToken,

    /// <summary>The reply to a bank that speaks our form.</summary>
    BankForm,

    /// <summary>The payment platform's reply to a ministry.</summary>
    Platform,
}

/// <summary>What an answer to any input whatever has to be.</summary>
internal static class AnswerRules
{
    /// <summary>The rule that an answer breaks; null when it breaks none.</summary>
    public static string? Broken(RawAnswer answer, AnswerShape shape)
    {
        if (answer.Status >= 500 && !IsForeseen(answer, shape)) return $"status {answer.Status}";
        if (answer.Body.Length == 0) return BrokenWithoutBody(answer, shape);
        return shape switch
        {
            AnswerShape.Plain => null,
            AnswerShape.Portal => BrokenPortal(answer),
            AnswerShape.Paying => BrokenPortal(answer),
            AnswerShape.File => answer.Status is 200 or 206 ? null : BrokenProblem(answer),
            AnswerShape.Page => answer.Status >= 400 ? BrokenProblem(answer) : PartnerRules.BrokenPage(answer),
            AnswerShape.SignIn => answer["content-type"] == "application/problem+json" ? BrokenProblem(answer) : SignInRules.Broken(answer),
            // Before it is known who calls there is no form to refuse in.
            AnswerShape.Vnpay or AnswerShape.VietQr or AnswerShape.VietQrToken or AnswerShape.BankForm or AnswerShape.Platform =>
                answer["content-type"] == "application/problem+json" ? BrokenProblem(answer) : PartnerRules.Broken(answer, shape),
            _ => BrokenWire(answer, shape == AnswerShape.Wrapped),
        };
    }

    /// <summary>What the server may say of HTTP that it does not know, and a store of files or a partner that is away.</summary>
    private static bool IsForeseen(RawAnswer answer, AnswerShape shape) => answer.Status switch
    {
        501 or 505 => true,
        502 => shape == AnswerShape.File,
        503 => shape == AnswerShape.File || (shape == AnswerShape.Paying && Encoding.UTF8.GetString(answer.Body).Contains("\"partner-unavailable\"", StringComparison.Ordinal)),
        _ => false,
    };

    /// <summary>Without a body only: no such address, no such method, HEAD, and what is no HTTP, after which the connection is closed.</summary>
    private static string? BrokenWithoutBody(RawAnswer answer, AnswerShape shape) => answer.Status switch
    {
        // The answer to HEAD: whatever the store of files is at fault for.
        400 or 410 or 502 or 503 when shape == AnswerShape.File && answer["content-type"] == "application/problem+json" => null,
        204 when shape == AnswerShape.Portal => null,
        302 when shape == AnswerShape.Page => PartnerRules.BrokenPage(answer),
        302 when shape == AnswerShape.SignIn => SignInRules.Broken(answer),
        400 or 409 or 410 when shape == AnswerShape.SignIn && answer["content-type"].StartsWith("text/html", StringComparison.Ordinal) => null,
        200 or 206 or 304 or 404 or 405 or 416 => null,
        // The server refuses what is no HTTP before any of our code sees it, and then ends the connection.
        400 or 408 or 411 or 413 or 414 or 417 or 431 or 501 or 505 when answer["connection"] == "close" => null,
        _ => $"status {answer.Status} without a body",
    };

    private static string? BrokenPortal(RawAnswer answer)
    {
        if (answer.Status >= 400) return BrokenProblem(answer);
        return TryParse(answer.Body, out _) ? null : $"status {answer.Status} with a body that is no JSON";
    }

    private static string? BrokenProblem(RawAnswer answer)
    {
        if (answer["content-type"] != "application/problem+json") return $"a refusal of type '{answer["content-type"]}'";
        if (!TryParse(answer.Body, out var problem)) return "a refusal that is no JSON";
        using (problem)
        {
            var root = problem.RootElement;
            if (Text(root, "code") is not { Length: > 0 } code || Text(root, "title") is not { Length: > 0 }) return "a refusal without code or title";
            if (root.GetProperty("status").GetInt32() != answer.Status) return "a refusal whose status is another than that of the answer";
            if (Encoding.UTF8.GetString(answer.Body).Contains(Nasty.Canary, StringComparison.OrdinalIgnoreCase)) return "a refusal that repeats what was sent";
            if (code == "malformed" && (Text(root, "field") is not { Length: > 0 } || Text(root, "detail") is not { Length: > 0 })) return "malformed without field or rule";
            if (answer.Status != 422) return null;
            if (!root.TryGetProperty("deficiencies", out var deficiencies)) return Text(root, "field") is { Length: > 0 } ? null : $"{code} without a field";
            return deficiencies.EnumerateArray().All(one => Text(one, "field") is { Length: > 0 } && Text(one, "code") is { Length: > 0 } && Text(one, "message") is { Length: > 0 })
                ? null
                : "a deficiency without field, code or message";
        }
    }

    private static string? BrokenWire(RawAnswer answer, bool isWrapped)
    {
        if (answer.Status is not (200 or 413)) return $"status {answer.Status} with a body";
        if (!TryParse(answer.Body, out var envelope)) return "an envelope that is no JSON";
        using (envelope)
        {
            var root = envelope.RootElement;
            if (!root.TryGetProperty("error_code", out _) || Text(root, "message") is not { Length: > 0 } message) return "an envelope without error_code or message";
            if (!isWrapped) return BrokenEnvelope(root);
            if (!TryParse(Encoding.UTF8.GetBytes(message), out var inner)) return "a wrapped envelope that is no JSON";
            using (inner) return BrokenEnvelope(inner.RootElement);
        }
    }

    private static string? BrokenEnvelope(JsonElement root)
    {
        var isSuccess = root.GetProperty("error_code").ToString().TrimStart('0').Length == 0;
        if (isSuccess) return null;
        if (Text(root, "message")!.Contains("thành công", StringComparison.OrdinalIgnoreCase)) return "a failure that says 'thành công'";
        var faults = root.TryGetProperty("errors", out var errors) ? errors : root.GetProperty("result");
        if (faults.ValueKind != JsonValueKind.Array || faults.GetArrayLength() == 0) return "a failure without faults";
        foreach (var fault in faults.EnumerateArray())
        {
            if (Text(fault, "code") is not { Length: > 0 } code || Text(fault, "field") is null || Text(fault, "message") is not { Length: > 0 }) return "a fault without code, field or message";
            if (code is "tryAgain" or "refused") return $"'{code}', which a caller can do nothing about";
        }

        return null;
    }

    private static string? Text(JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool TryParse(byte[] body, out JsonDocument document)
    {
        document = null!;
        try
        {
            document = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
