using System.IO.Pipelines;
using DichVuCong.Sandbox.Answers;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Files;

namespace DichVuCong.Sandbox.Portal;

/// <summary>Somebody fetches a file.</summary>
internal sealed class FileVisit(PortalFile file, string name) : IVisit
{
    /// <inheritdoc/>
    public HttpAnswer Act(FaultKind? fault) => fault switch
    {
        FaultKind.Missing => HttpAnswer.Page(StatusCodes.Status404NotFound),
        _ => new HttpAnswer(StatusCodes.Status200OK, MediaTypes.Of(name), new FileBody(file, isDamaged: fault == FaultKind.WrongContent)),
    };
}

/// <summary>The bytes of a file, made while they are written.</summary>
internal sealed class FileBody(PortalFile file, bool isDamaged) : AnswerBody
{
    private const int Chunk = 16 * 1024;

    /// <inheritdoc/>
    public override long Length => file.Size;

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(PipeWriter writer, long count, CancellationToken cancellationToken)
    {
        for (long offset = 0; offset < count;)
        {
            var size = (int)Math.Min(Chunk, count - offset);
            Write(writer, offset, size);
            offset += size;
            await writer.FlushAsync(cancellationToken);
        }
    }

    // A damaged file still says in its beginning which one it is; its end is not what it should be.
    private void Write(PipeWriter writer, long offset, int size)
    {
        var part = writer.GetSpan(size)[..size];
        file.Fill(offset, part);
        if (isDamaged) part[^1] ^= byte.MaxValue;
        writer.Advance(size);
    }
}
