using System.Text.Json;
using System.Text.Json.Serialization;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Payments;
using DichVuCong.Gateway.Problems;

namespace DichVuCong.Gateway.Payments.Obligations;

/// <summary>What an obligation is answered with: its orders with their references.</summary>
internal sealed record ObligationAnswer
{
    public required string ObligationId { get; init; }

    public string? DossierCode { get; init; }

    public required AgencyView Agency { get; init; }

    public required Vnd AmountVnd { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required IReadOnlyList<StatedOrder> Orders { get; init; }

    public static ObligationAnswer Of(StatedObligation stated, IReadOnlyList<ObligationOrder> orders) => new()
    {
        ObligationId = stated.OwnId,
        DossierCode = stated.Dossier?.Value,
        Agency = new AgencyView(stated.Agency.Code.Value, stated.Agency.Name),
        AmountVnd = Vnd.Sum(orders.Select(order => order.Amount)),
        ExpiresAt = VietnamTime.Local(stated.ExpiresAt),
        Orders = [.. orders.Select(order => new StatedOrder(order.Reference.Value, order.Amount, AccountView.Of(order.Beneficiary), LineView.Of(order.Lines)))],
    };
}

/// <summary>One order of an obligation.</summary>
internal sealed record StatedOrder(string Reference, Vnd AmountVnd, AccountView BeneficiaryAccount, IReadOnlyList<LineView> Lines);

/// <summary>A beneficiary account, as callers see it.</summary>
internal sealed record AccountView(string Number, string Bank, string Name)
{
    public static AccountView Of(BeneficiaryAccount account) => new(account.Number, account.Bank, account.Name);
}

/// <summary>A line, as callers see it.</summary>
internal sealed record LineView(FeeKind Kind, string Code, string Name, Vnd AmountVnd)
{
    public static IReadOnlyList<LineView> Of(IEnumerable<OrderLine> lines) =>
        [.. lines.Select(line => new LineView(line.Kind, line.Code, line.Name, line.Amount))];
}

/// <summary>How the answer is written, and read again for a repetition in another form.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ObligationAnswer))]
internal sealed partial class ObligationAnswerJson : JsonSerializerContext
{
    private static ObligationAnswerJson? _readable;

    /// <summary>The same, with readable letters.</summary>
    public static ObligationAnswerJson Readable => _readable ??= new(ReadableJson.Of(Default));

    /// <summary>The answer that the door stored.</summary>
    public static ObligationAnswer Of(byte[] answer) =>
        JsonSerializer.Deserialize(answer, Default.ObligationAnswer) ?? throw new InvalidOperationException("The door holds no obligation's answer.");
}
