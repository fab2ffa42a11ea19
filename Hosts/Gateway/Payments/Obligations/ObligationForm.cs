using System.Globalization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Saga.Payments;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>An obligation's own fields in the house's types, as far as they have no fault; the accounts are still texts.</summary>
internal sealed record ObligationForm
{
    private const int LongestId = 80;
    private const int LongestCode = 50;
    private const int LongestName = 250;
    private const int MostLines = 100;
    private const int LongestPayerText = 250;

    /// <summary>How far ahead an obligation may expire. Ours: beyond it the date is a slip of the pen.</summary>
    private static readonly TimeSpan FarthestExpiry = TimeSpan.FromDays(366);

    private static readonly Dictionary<string, FeeKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fee"] = FeeKind.Fee,
        ["phí"] = FeeKind.Fee,
        ["1"] = FeeKind.Fee,
        ["charge"] = FeeKind.Charge,
        ["lệ phí"] = FeeKind.Charge,
        ["2"] = FeeKind.Charge,
    };

    public required DossierCode? Dossier { get; init; }

    public required IReadOnlyList<LineForm> Lines { get; init; }

    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether a text is an id that a system may give its obligation.</summary>
    public static bool IsId(string? text) =>
        text is { Length: > 0 and <= LongestId } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-');

    /// <summary>The rule of such an id.</summary>
    public static string IdRule =>
        $"Cần mã nghĩa vụ của hệ thống gửi: 1 đến {LongestId} chữ cái không dấu, chữ số hoặc các dấu . _ : -; gửi lại thì giữ nguyên mã.";

    /// <summary>Reads the fields, and names every one that breaks a rule.</summary>
    public static ObligationForm Read(ObligationRequest request, DateTimeOffset now, ObligationFaults faults)
    {
        if (!IsId(request.ObligationId)) faults.Add("obligationId", "obligation-id.malformed", IdRule);
        var form = new ObligationForm
        {
            Dossier = DossierOf(request.DossierCode, faults),
            Lines = LinesOf(request.Lines, faults),
            ExpiresAt = ExpiryOf(request.ExpiresAt, now, faults),
        };
        CheckPayer(request.Payer, faults);
        return form;
    }

    private static DossierCode? DossierOf(string? text, ObligationFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text)) faults.Missing("dossierCode", "mã hồ sơ");
        else if (DossierCode.TryParse(text.Trim(), out var code)) return code;
        else faults.Add("dossierCode", "dossier-code.malformed", "Mã hồ sơ có dạng <mã cơ quan>-<yyMMdd>-<số>, ví dụ H29-261121-5000001.");
        return null;
    }

    private static IReadOnlyList<LineForm> LinesOf(IReadOnlyList<ObligationLine?>? lines, ObligationFaults faults)
    {
        if (lines is not { Count: > 0 })
        {
            faults.Missing("lines", "các khoản phải nộp");
            return [];
        }

        if (lines.Count > MostLines)
        {
            faults.Add("lines", "lines.too-many", $"Một nghĩa vụ có tối đa {MostLines} khoản.");
            return [];
        }

        return [.. lines.Select((line, index) => LineOf(line, $"lines[{index}]", faults))];
    }

    private static LineForm LineOf(ObligationLine? line, string path, ObligationFaults faults) => new(
        KindOf(line?.Kind, $"{path}.kind", faults),
        FieldRules.Text(line?.Code, $"{path}.code", "mã phí, lệ phí", LongestCode, faults),
        FieldRules.Text(line?.Name, $"{path}.name", "tên phí, lệ phí", LongestName, faults),
        FieldRules.Amount(line?.AmountVnd, $"{path}.amountVnd", ObligationSplit.Largest, TooLarge, faults),
        FieldRules.Text(line?.BeneficiaryAccount, $"{path}.beneficiaryAccount", "tài khoản thụ hưởng", LongestCode, faults));

    private static FeeKind? KindOf(string? word, string field, ObligationFaults faults)
    {
        if (word is not null && Kinds.TryGetValue(word.Trim(), out var kind)) return kind;
        faults.Add(field, "kind.unknown", "Loại khoản thu là fee (phí) hoặc charge (lệ phí).");
        return null;
    }

    /// <summary>What a sum beyond the partners' limit is told.</summary>
    public static string TooLarge =>
        $"Số tiền của một lần thanh toán không quá {ObligationSplit.Largest.ToString()}, giới hạn của các đơn vị trung gian thanh toán.";

    private static DateTimeOffset? ExpiryOf(string? text, DateTimeOffset now, ObligationFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text)) faults.Missing("expiresAt", "hạn nộp");
        else if (!HasOffset(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            faults.Add("expiresAt", "expires-at.malformed", "Hạn nộp là thời điểm có múi giờ, ví dụ 2026-12-31T17:00:00+07:00.");
        else if (at <= now) faults.Add("expiresAt", "expires-at.past", "Hạn nộp phải ở tương lai.");
        else if (at > now + FarthestExpiry) faults.Add("expiresAt", "expires-at.too-far", $"Hạn nộp không quá {FarthestExpiry.Days} ngày.");
        else return at;
        return null;
    }

    private static bool HasOffset(string text) =>
        text.Length <= 40 && text.IndexOf('T', StringComparison.Ordinal) is > 0 and var at && text.AsSpan(at).IndexOfAny('Z', '+', '-') > 0;

    private static void CheckPayer(ObligationPayer? payer, ObligationFaults faults)
    {
        foreach (var (name, text) in new[] { ("fullName", payer?.FullName), ("personalId", payer?.PersonalId), ("address", payer?.Address) })
        {
            if (text is not null && (text.Length > LongestPayerText || text.Any(char.IsControl)))
            {
                faults.Add($"payer.{name}", "text.too-long", $"Tối đa {LongestPayerText} ký tự, không có ký tự điều khiển.");
            }
        }
    }
}

/// <summary>One line as far as it has no fault.</summary>
internal sealed record LineForm(FeeKind? Kind, string? Code, string? Name, Vnd? Amount, string? Account)
{
    /// <summary>The line with its account; null when something of it is missing.</summary>
    public FeeLine? With(BeneficiaryAccount? account) =>
        this is { Kind: { } kind, Code: { } code, Name: { } name, Amount: { } amount } && account is not null
            ? new FeeLine(kind, code, name, amount, account)
            : null;
}
