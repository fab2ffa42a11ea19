using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Gateway.Files;

/// <summary>What came of fetching a file from the portal.</summary>
internal abstract record FetchedFile
{
    private FetchedFile()
    {
    }

    /// <summary>It is there, and it is what its size and hash say. The receiver disposes of it.</summary>
    public sealed record Verified(SpooledFile File) : FetchedFile;

    /// <summary>It is gone, or it is not what the dossier says: the applicant has to send it again.</summary>
    public sealed record Faulty(FileFault Fault) : FetchedFile;

    /// <summary>The portal's files do not answer now.</summary>
    public sealed record Unreachable(string Cause) : FetchedFile;

    /// <summary>The portal answers with something that is no file, or lies where nothing is fetched from: its operator has to look.</summary>
    public sealed record Refused(string Cause) : FetchedFile;

    /// <summary>There is no room for it now.</summary>
    public sealed record NoRoom : FetchedFile;
}
