using System.Buffers;

namespace DichVuCong.Adapters.Email;

/// <summary>A connection that is ready for mail. One mail at a time.</summary>
internal sealed class SmtpConnection(SmtpWire wire, SmtpExtensions offered, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan TrustedWithoutProbe = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);
    private static readonly byte[] Data = "DATA\r\n"u8.ToArray();
    private static readonly byte[] FinalDot = ".\r\n"u8.ToArray();
    private static readonly byte[] Reset = "RSET\r\n"u8.ToArray();
    private static readonly byte[] Quit = "QUIT\r\n"u8.ToArray();

    private readonly ArrayBufferWriter<byte> _out = new();
    private long _idleSince = time.GetTimestamp();
    private bool _inTransaction;
    private bool _mustClose;

    /// <summary>Whether another mail may follow: not while one is under way, nor after one that left the line in doubt.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>How many mails were tried over this connection.</summary>
    public int Mails { get; private set; }

    /// <summary>How long nothing was sent.</summary>
    public TimeSpan Idle => time.GetElapsedTime(_idleSince);

    /// <summary>Hands over one mail. It throws for nothing that the network or the server may do.</summary>
    public async Task<SmtpEnd> SendAsync(SmtpEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Mails++;
        IsUsable = false;
        try
        {
            var refused = offered.Pipelining
                ? await AskAtOnceAsync(envelope, content.Length, cancellationToken)
                : await AskOneByOneAsync(envelope, content.Length, cancellationToken);
            var end = refused ?? await TransferAsync(content, cancellationToken);
            IsUsable = !_mustClose;
            _idleSince = time.GetTimestamp();
            return end;
        }
        catch (SmtpFaultException fault)
        {
            return fault.End;
        }
    }

    /// <summary>Whether the connection can take a mail now: asked of the server when it was idle, or when a transaction was left open.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (wire.HasSpoken) return IsUsable = false;
        if (!_inTransaction && Idle < TrustedWithoutProbe) return true;
        try
        {
            await wire.WriteAsync(SmtpStage.MailFrom, Reset, cancellationToken);
            var reply = await wire.ReadAsync(SmtpStage.MailFrom, cancellationToken);
            _inTransaction = false;
            return IsUsable = reply.IsDone;
        }
        catch (SmtpFaultException)
        {
            // The answer is no. A new connection takes its place, and says what is wrong if anything is.
            return IsUsable = false;
        }
    }

    /// <summary>Says good-bye, without waiting for the answer, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsUsable)
        {
            IsUsable = false;
            using var timeout = new CancellationTokenSource(Farewell, time);
            try
            {
                await wire.WriteAsync(SmtpStage.Verdict, Quit, timeout.Token);
            }
            catch (SmtpFaultException)
            {
                // The server was gone first, which is what we came to say.
            }
        }

        await wire.DisposeAsync();
    }

    /// <summary>Null when the server agrees to take the mail.</summary>
    private async Task<SmtpEnd?> AskAtOnceAsync(SmtpEnvelope envelope, int size, CancellationToken cancellationToken)
    {
        _out.ResetWrittenCount();
        envelope.WriteMailFrom(_out, offered.Size ? size : null);
        envelope.WriteRecipient(_out);
        _out.Write(Data);
        await wire.WriteAsync(SmtpStage.MailFrom, _out.WrittenMemory, cancellationToken);
        var sender = await AnswerAsync(SmtpStage.MailFrom, cancellationToken);
        if (!sender.IsDone)
        {
            // Two more answers are on their way, to commands that are void. It is our set-up that is wrong: nothing is saved by waiting.
            _mustClose = true;
            return SmtpEnd.By(SmtpStage.MailFrom, sender);
        }

        var recipient = await AnswerAsync(SmtpStage.Recipient, cancellationToken);
        if (recipient.IsDone) return await AgreedAsync(cancellationToken);
        await SkipAnswerToDataAsync(cancellationToken);
        return SmtpEnd.By(SmtpStage.Recipient, recipient);
    }

    private async Task<SmtpEnd?> AskOneByOneAsync(SmtpEnvelope envelope, int size, CancellationToken cancellationToken)
    {
        _out.ResetWrittenCount();
        envelope.WriteMailFrom(_out, offered.Size ? size : null);
        await wire.WriteAsync(SmtpStage.MailFrom, _out.WrittenMemory, cancellationToken);
        var sender = await AnswerAsync(SmtpStage.MailFrom, cancellationToken);
        if (!sender.IsDone) return SmtpEnd.By(SmtpStage.MailFrom, sender);

        _out.ResetWrittenCount();
        envelope.WriteRecipient(_out);
        await wire.WriteAsync(SmtpStage.Recipient, _out.WrittenMemory, cancellationToken);
        var recipient = await AnswerAsync(SmtpStage.Recipient, cancellationToken);
        if (!recipient.IsDone) return SmtpEnd.By(SmtpStage.Recipient, recipient);

        await wire.WriteAsync(SmtpStage.Data, Data, cancellationToken);
        return await AgreedAsync(cancellationToken);
    }

    private async Task<SmtpEnd?> AgreedAsync(CancellationToken cancellationToken)
    {
        var reply = await AnswerAsync(SmtpStage.Data, cancellationToken);
        return reply.WantsMore ? null : SmtpEnd.By(SmtpStage.Data, reply);
    }

    /// <summary>The recipient is refused already; this only finds out whether the connection can go on.</summary>
    private async Task SkipAnswerToDataAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A server that wants a mail for nobody would have to be given one: the connection is dropped instead.
            if ((await AnswerAsync(SmtpStage.Data, cancellationToken)).WantsMore) _mustClose = true;
        }
        catch (SmtpFaultException)
        {
            _mustClose = true;
        }
    }

    private async Task<SmtpEnd> TransferAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        _out.ResetWrittenCount();
        DotStuffing.Write(_out, content.Span);
        await wire.WriteAsync(SmtpStage.Content, _out.WrittenMemory, cancellationToken);

        // The dot goes out alone, and only to a server that is still there: what fails before it was certainly not taken.
        if (cancellationToken.IsCancellationRequested) throw new SmtpFaultException(SmtpEnd.By(SmtpStage.Content, SmtpFault.TimedOut));
        if (wire.HasSpoken) throw new SmtpFaultException(SmtpEnd.By(SmtpStage.Content, SmtpFault.Network, "hung up"));

        await wire.WriteAsync(SmtpStage.Verdict, FinalDot, cancellationToken);
        var verdict = await AnswerAsync(SmtpStage.Verdict, cancellationToken);
        _inTransaction = false;
        if (verdict.WantsMore) _mustClose = true;
        return SmtpEnd.By(SmtpStage.Verdict, verdict);
    }

    private async Task<SmtpReply> AnswerAsync(SmtpStage stage, CancellationToken cancellationToken)
    {
        var reply = await wire.ReadAsync(stage, cancellationToken);
        _inTransaction = true;
        if (reply.IsGoodbye) _mustClose = true;
        return reply;
    }
}
