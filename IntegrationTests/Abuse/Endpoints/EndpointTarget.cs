using DichVuCong.Abuse.Tests.Http;
using DichVuCong.Abuse.Tests.Mutation;
using DichVuCong.Abuse.Tests.Running;

namespace DichVuCong.Abuse.Tests.Endpoints;

/// <summary>An endpoint of the gateway, called over a connection of its own for each input.</summary>
internal sealed class EndpointTarget(string name, AnswerShape shape, FuzzHost? host, Func<Dice, (HttpDraft Call, byte[] Body)> make, params IReadOnlyList<string> covers)
    : IFuzzTarget
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Covers => covers;

    /// <inheritdoc/>
    public FuzzInput Make(Dice dice)
    {
        var (call, body) = make(dice);
        return new FuzzInput(body, HttpSpoiling.Spoil(dice, call));
    }

    /// <inheritdoc/>
    public async Task<string?> TryAsync(FuzzInput input, CancellationToken cancellationToken)
    {
        if (host is null) throw new InvalidOperationException("This target was made without a host, for its list of endpoints only.");
        var call = input.Call ?? throw new InvalidOperationException($"{name} is an endpoint: its inputs are calls.");
        var fill = host.FillerNow();
        var (signed, body) = InputSignatures.Sign(call.Filled(fill), HttpDraft.Fill(input.Body, fill));
        var request = signed.Write(body, text => text);
        var exchange = await RawConnection.SendAsync(host.Port, request, call.HangsUp, !call.Method.Equals("HEAD", StringComparison.OrdinalIgnoreCase), cancellationToken);
        if (exchange.Answer is { } answer) return AnswerRules.Broken(answer, shape);
        // A caller who hung up, or whose headers alone are too much, may find the connection closed; left open is it never.
        return call.MayBeCut(input.Body.Length) && !exchange.Trouble.StartsWith("no answer within", StringComparison.Ordinal) ? null : exchange.Trouble;
    }
}
